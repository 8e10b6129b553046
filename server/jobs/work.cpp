#include "jobs/work.h"

namespace rapport::jobs {

void Work::check() const {
    if (int why = interrupted_; why >= 0) throw Interrupted{static_cast<Interrupted::Why>(why)};
}

void Work::report(Progress progress) {
    {
        std::lock_guard lock(mutex_);
        progress_ = std::move(progress);
    }
    check();
}

Progress Work::progress() const {
    std::lock_guard lock(mutex_);
    return progress_;
}

void Work::interrupt(Interrupted::Why why) {
    int none = -1;
    interrupted_.compare_exchange_strong(none, static_cast<int>(why));
}

void Work::write(const std::function<void(storage::Session&)>& block, const std::string& lock) {
    check();
    database_.write([&](storage::Session& session) {
        if (!lock.empty()) session.execute_script(lock);
        // Written, not only read: a second attempt that begins at the same time has to collide with this block.
        auto held = session.execute("UPDATE job_queue SET node = node WHERE id = ?1 AND state = 'running' AND node = ?2 AND attempts = ?3", {job_.id, node_, job_.attempts});
        if (held == 0) throw Interrupted{Interrupted::Why::Lost};
        block(session);
    });
}

void Work::keep(storage::Session& session, const Json& payload) const { session.execute("UPDATE job_queue SET payload = ?2 WHERE id = ?1", {job_.id, payload.text()}); }

}  // namespace rapport::jobs
