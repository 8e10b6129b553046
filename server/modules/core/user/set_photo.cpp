#include "modules/core/user/set_photo.h"

#include "records/service.h"
#include "security/rights.h"

namespace rapport::core {
namespace {

/// Whether somebody has brought this file in, and still owns it: what others have let them see is not theirs to show to everybody.
bool is_own(storage::Session& session, RecordId user, RecordId file) {
    return session.value("SELECT 1 FROM file WHERE id = ?1 AND owner_id = ?2 AND created_by_id = ?2 AND deleted_at IS NULL", {file.number(), user.number()}).has_value();
}

}  // namespace

Json SetPhoto::run(const Call& call, records::Service& service) const {
    const bool administers = call.actor.rights().is_administrator();
    if (!administers && call.record != call.actor.user())
        throw Failure(FailureKind::Forbidden, "administrator_needed", "Only an administrator sets the photo of somebody else.");
    if (!call.input.has("file_id")) throw invalid_field({"file_id", "required", "Say which file is the photo, or null for none."});
    const Json& given = call.input["file_id"];
    auto file = given.is_string() ? RecordId::parse(given.string()) : Result<RecordId>(RecordId());
    if (!file || (!given.is_null() && !*file)) throw invalid_field({"file_id", "invalid_id", "This is the id of a file."});
    const bool own = !*file || service.database().read([&](storage::Session& session) { return is_own(session, call.actor.user(), *file); });
    if (!administers && !own) throw invalid_field({"file_id", "no_match", "This is no file of yours: send the picture to POST /api/v1/files first."});
    // Users are changed by administrators; this one field everybody may change of themselves.
    const security::Actor allowed(call.actor.user(), call.actor.name(), security::Rights::everything(), call.actor.zone(), call.actor.fiscal_year_start_month());
    records::Operation operation;
    operation.kind = records::Operation::Kind::Update;
    operation.object = "user";
    operation.id = call.record;
    operation.fields = Json::Members{{"photo_id", given}};
    records::Outcome outcome = service.apply({allowed, call.source}, operation);
    return Json::Members{{"id", call.record.text()}, {"photo_id", given}, {"change_set", outcome.change_set ? Json(outcome.change_set) : Json()}};
}

}  // namespace rapport::core
