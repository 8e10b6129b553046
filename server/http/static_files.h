#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "http/compression.h"
#include "http/message.h"

namespace rapport::http {

/// The files of a web app. They are read once and kept in memory: an answer takes no system call, and a path from a
/// stranger never reaches the file system.
///
/// Files under /assets/ carry a hash in their name and may be kept for ever; all others are asked for again by ETag.
/// "x.js.br" and "x.js.gz" are x.js, compressed; a text without them is gzipped here. A path whose last part has no
/// dot is a page of the app, and its answer is index.html.
class StaticFiles {
public:
    /// Hidden files and symbolic links are left out. A folder without index.html is logged, and every answer says so: the
    /// rest of the program can serve without a web app. Throws Failure(Unavailable, "cannot_read_file").
    explicit StaticFiles(const std::filesystem::path& folder);

    /// For GET and HEAD; other methods are answered with 405, and what is not there with 404. Takes microseconds.
    Response answer(const Request& request) const;

private:
    struct Variant {
        std::string etag;
        Headers headers;
        std::shared_ptr<const std::string> body;
    };
    using File = std::array<Variant, 3>;  // by Coding; one without body is not there

    void add(const std::filesystem::path& path, const std::string& name);
    const File* find(std::string_view path) const;

    std::map<std::string, File, std::less<>> files_;  // by path: "/index.html"
};

}  // namespace rapport::http
