#pragma once

#include <exception>
#include <map>
#include <memory>
#include <string>

#include "api/services.h"
#include "http/message.h"
#include "http/multipart.h"
#include "storage/blobs/incoming.h"

namespace rapport::api {

/// A form with one file on its way in: the file goes to where contents are kept, the rest stays here.
class Upload final : public http::BodyReceiver, public http::FormListener {
public:
    /// `head` outlives this. A file may have at most `largest_file` bytes.
    Upload(Services& services, const http::Request& head, std::size_t largest_file);

    bool take(std::string_view bytes) override;
    /// Keeps the content when all of the form is there, and answers what it holds as JSON: the fields that were sent, and
    /// of the file name, content_type, size, sha256. The same file sent again answers the same. Throws what was wrong with it.
    Json finish();

private:
    void begin();
    void begin_part(http::FormPart part) override;
    void add_content(std::string_view bytes) override;
    void end_part() override;

    Services& services_;
    const http::Request& head_;
    const std::size_t largest_file_;
    std::unique_ptr<http::MultipartReader> form_;
    std::map<std::string, std::string> fields_;
    std::string* field_ = nullptr;  // whose text is coming; null while the file is
    std::size_t field_bytes_ = 0;
    std::unique_ptr<storage::blobs::Incoming> file_;
    std::string file_name_;
    std::string first_bytes_;  // that tell what kind of file it is
    std::exception_ptr failure_;
};

}  // namespace rapport::api
