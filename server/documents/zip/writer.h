#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "documents/byte_source.h"

namespace rapport::documents::zip {

/// An archive of files, each of any size and with the time at which it was written; or a document in a format that is an
/// archive: spreadsheets do not read those that allow for files of more than four gigabytes, and the same content gives the same bytes.
enum class Kind { Files, Document };

/// Writes a ZIP archive while its files come; how long each becomes need not be known before.
class Writer {
public:
    explicit Writer(ByteSink sink, Kind kind = Kind::Files);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Begins the next file. The name is ASCII, with slashes between folders.
    void begin(const std::string& name);
    void write(std::string_view bytes);
    /// Ends the archive. Without it what was written is none.
    void finish();

private:
    struct Archive;
    void check(long result);

    ByteSink sink_;
    Kind kind_;
    std::exception_ptr failure_;  // what the sink threw, which cannot pass through C
    std::unique_ptr<Archive> archive_;
};

}  // namespace rapport::documents::zip
