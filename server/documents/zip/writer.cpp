#include "documents/zip/writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <ctime>

#include "base/failure.h"

namespace rapport::documents::zip {

struct Writer::Archive {
    struct Free {
        void operator()(archive* one) const { archive_write_free(one); }
        void operator()(archive_entry* one) const { archive_entry_free(one); }
    };
    std::unique_ptr<archive, Free> handle{archive_write_new()};
};

Writer::Writer(ByteSink sink, Kind kind) : sink_(std::move(sink)), kind_(kind), archive_(std::make_unique<Archive>()) {
    archive* handle = archive_->handle.get();
    archive_write_set_format_zip(handle);
    if (kind_ == Kind::Document) check(archive_write_set_format_option(handle, "zip", "zip64", nullptr));
    archive_write_set_bytes_per_block(handle, 0);
    check(archive_write_open(
        handle, this, nullptr,
        [](archive*, void* self, const void* bytes, std::size_t size) -> la_ssize_t {
            auto& writer = *static_cast<Writer*>(self);
            try {
                if (!writer.failure_ && writer.sink_) writer.sink_({static_cast<const char*>(bytes), size});
            } catch (...) {
                writer.failure_ = std::current_exception();
            }
            // It does not hear of failures: an archive that has failed is not freed whole.
            return static_cast<la_ssize_t>(size);
        },
        nullptr));
}

Writer::~Writer() {
    // Freeing it writes its end, as if it were whole, which nobody is to have.
    sink_ = nullptr;
    archive_.reset();
}

void Writer::begin(const std::string& name) {
    const std::unique_ptr<archive_entry, Archive::Free> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), S_IRUSR | S_IWUSR);
    if (kind_ == Kind::Files) archive_entry_set_mtime(entry.get(), std::time(nullptr), 0);
    check(archive_write_header(archive_->handle.get(), entry.get()));
}

void Writer::write(std::string_view bytes) {
    if (!bytes.empty()) check(archive_write_data(archive_->handle.get(), bytes.data(), bytes.size()));
}

void Writer::finish() {
    check(archive_write_close(archive_->handle.get()));
    archive_.reset();
}

void Writer::check(long result) {
    if (failure_) std::rethrow_exception(failure_);
    ensure(result >= 0, "a ZIP archive takes what it is given");
}

}  // namespace rapport::documents::zip
