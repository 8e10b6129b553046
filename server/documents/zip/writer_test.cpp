#include "documents/zip/writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace rapport::documents::zip {
namespace {

std::map<std::string, std::string> files_in(const std::string& bytes) {
    std::map<std::string, std::string> out;
    archive* reader = archive_read_new();
    archive_read_support_format_zip(reader);
    EXPECT_EQ(archive_read_open_memory(reader, bytes.data(), bytes.size()), ARCHIVE_OK);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
        std::string text(1'000'000, '\0');
        text.resize(static_cast<std::size_t>(archive_read_data(reader, text.data(), text.size())));
        out[archive_entry_pathname(entry)] = text;
    }
    archive_read_free(reader);
    return out;
}

TEST(ZipWriter, writes_files_as_they_come) {
    std::string bytes;
    Writer writer([&](std::string_view piece) { bytes += piece; });
    writer.begin("records/boat.csv");
    writer.write("a,b\r\n");
    writer.write("1,2\r\n");
    writer.begin("empty.csv");
    writer.finish();
    EXPECT_EQ(files_in(bytes), (std::map<std::string, std::string>{{"records/boat.csv", "a,b\r\n1,2\r\n"}, {"empty.csv", ""}}));
}

TEST(ZipWriter, throws_what_the_sink_throws) {
    auto write = [] {
        Writer writer([](std::string_view) { throw std::runtime_error("gone"); });
        writer.begin("a");
        writer.write(std::string(1'000'000, 'x'));
        writer.finish();
    };
    EXPECT_THROW(write(), std::runtime_error);
}

}  // namespace
}  // namespace rapport::documents::zip
