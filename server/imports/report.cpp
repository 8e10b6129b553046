#include "imports/report.h"

namespace rapport::imports {

Counts& Counts::operator+=(const Counts& other) {
    rows += other.rows;
    created += other.created;
    updated += other.updated;
    unchanged += other.unchanged;
    failed += other.failed;
    incomplete += other.incomplete;
    also_created += other.also_created;
    return *this;
}

std::string_view name_of(State state) {
    switch (state) {
        case State::Running: return "running";
        case State::Done: return "done";
        case State::Failed: return "failed";
        case State::Interrupted: return "interrupted";
        case State::Cancelled: return "cancelled";
    }
    return "failed";
}

}  // namespace rapport::imports
