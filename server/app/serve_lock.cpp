#include "app/serve_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstring>
#include <string>

#include "base/failure.h"

namespace rapport::app {

ServeLock::ServeLock(const std::filesystem::path& folder) {
    auto path = folder / "serve.lock";
    file_ = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file_ < 0) throw Failure(FailureKind::Unavailable, "folder_unwritable", "The folder " + folder.string() + " cannot be written: " + std::strerror(errno) + ".");
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(file_);
    throw Failure(FailureKind::Conflict, "already_served", "Another Rapport server works on " + folder.string() + ". Stop it first, or choose another --data.");
}

ServeLock::~ServeLock() { ::close(file_); }

}  // namespace rapport::app
