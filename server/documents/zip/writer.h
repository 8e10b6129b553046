#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "documents/byte_source.h"

namespace rapport::documents::zip {

/// Whether a file in the archive may have more than four gigabytes. Spreadsheets do not read archives that allow for it.
enum class Zip64 { Allowed, Never };

/// Writes a ZIP archive while its files come; how long each becomes need not be known before.
class Writer {
public:
    explicit Writer(ByteSink sink, Zip64 zip64 = Zip64::Allowed);
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
    std::exception_ptr failure_;  // what the sink threw, which cannot pass through C
    std::unique_ptr<Archive> archive_;
};

}  // namespace rapport::documents::zip
