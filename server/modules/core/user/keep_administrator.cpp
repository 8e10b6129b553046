#include "modules/core/user/keep_administrator.h"

namespace rapport::core {
namespace {

bool administers(const records::Record& user) { return user["active"] == Value(1) && user["administrator"] == Value(1); }

}  // namespace

void KeepAdministrator::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind == Kind::Create || change.kind == Kind::Restore || !administers(*change.before)) return;
    if (change.kind == Kind::Update && administers(change.after)) return;
    auto others = change.session.value(
        R"(SELECT count(*) FROM "user" WHERE active = 1 AND administrator = 1 AND deleted_at IS NULL AND id <> ?1)", {change.id().number()});
    if (others->integer() == 0)
        change.refuse(change.after["active"] == Value(1) ? "administrator" : "active", "last_administrator",
                      "This is the only active administrator: make somebody else one first.");
}

}  // namespace rapport::core
