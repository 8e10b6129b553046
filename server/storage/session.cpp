#include "storage/database.h"

#include "base/failure.h"

namespace rapport::storage {

std::optional<Value> Session::value(std::string_view sql, std::initializer_list<Value> parameters) {
    auto cursor = query(sql, parameters);
    if (!cursor->next()) return std::nullopt;
    return cursor->value(0);
}

void Session::savepoint(const std::function<void()>& block) {
    const std::string name = "savepoint_" + std::to_string(++savepoints_);
    execute("SAVEPOINT " + name);
    try {
        block();
    } catch (...) {
        --savepoints_;
        try {
            execute("ROLLBACK TO SAVEPOINT " + name);
            execute("RELEASE SAVEPOINT " + name);
        } catch (const Failure&) {
            // The transaction is gone as a whole: the session refuses all that follows, and what went wrong first is
            // what the caller has to know.
        }
        throw;
    }
    --savepoints_;
    execute("RELEASE SAVEPOINT " + name);
}

}  // namespace rapport::storage
