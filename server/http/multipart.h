#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::http {

/// One part of a form, as its head says it.
struct FormPart {
    std::string name;
    std::optional<std::string> file_name;  // a part that has one is a file
};

/// Told what a form holds, in the order in which it comes.
class FormListener {
public:
    virtual ~FormListener() = default;
    virtual void begin_part(FormPart part) = 0;
    virtual void add_content(std::string_view bytes) = 0;
    virtual void end_part() = 0;
};

/// Reads multipart/form-data (RFC 7578) while its bytes come in, in pieces of any size. Keeps little more than one head.
class MultipartReader {
public:
    /// Takes the boundary from the Content-Type of the request. Throws Failure(Invalid, "not_multipart") when that is of another
    /// kind or has no boundary of 1 to 70 characters.
    MultipartReader(std::string_view content_type, FormListener& listener);

    /// Throws Failure(Invalid, "malformed_multipart") naming what is wrong; and what the listener throws. Nothing can be read
    /// after that.
    void read(std::string_view bytes);
    /// After the last byte. Throws Failure(Invalid, "malformed_multipart") when the form has no end.
    void finish() const;

private:
    enum class State { Preamble, AfterBoundary, Head, Content, End };

    bool step();
    bool read_until_boundary();
    bool read_after_boundary();
    bool read_head();
    std::string_view rest() const { return std::string_view(waiting_).substr(used_); }

    FormListener& listener_;
    std::string delimiter_;
    std::string waiting_ = "\r\n";  // the first boundary may stand at the very beginning
    std::size_t used_ = 0;          // of what is waiting
    State state_ = State::Preamble;
};

}  // namespace rapport::http
