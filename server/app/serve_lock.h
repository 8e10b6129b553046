#pragma once

#include <filesystem>

namespace rapport::app {

/// Says that a server works on a folder; ends with this object, or with the process however it ends.
class ServeLock {
public:
    /// Throws Failure(Conflict, "already_served") when another server has the folder.
    explicit ServeLock(const std::filesystem::path& folder);
    ~ServeLock();
    ServeLock(const ServeLock&) = delete;
    ServeLock& operator=(const ServeLock&) = delete;

private:
    int file_;
};

}  // namespace rapport::app
