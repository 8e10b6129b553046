#include "metadata/demands.h"

#include <fmt/format.h>

#include "base/text.h"
#include "metadata/schema.h"

namespace rapport::metadata {
namespace {

bool is_unique(const Field& field) { return field.has_column() && (field.unique || field.external_id); }
/// Of records that people save; the system fills in what it keeps itself.
bool is_demanded(const Field& field) { return field.has_column() && field.required && !field.read_only; }

Failure unmet(const Object& object, const Field& field, const char* code, const std::string& message) {
    return Failure(FailureKind::Conflict, code, message, {{object.name + "." + field.name, code, message}});
}

std::string counted(std::int64_t count, const std::string& one, const std::string& many) { return fmt::format("{} {}", count, count == 1 ? one : many); }

void require_distinct(storage::Session& session, const Object& object, const Field& field) {
    std::string column = quoted(field.name);
    auto rows = session.query(fmt::format("SELECT {0}, COUNT(*) FROM {1} WHERE deleted_at IS NULL AND {0} IS NOT NULL GROUP BY {0} HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC",
                                          column, quoted(object.name)));
    std::int64_t repeated = 0;
    std::string example;
    for (; rows->next(); ++repeated)
        if (repeated == 0) example = fmt::format("{} ({} records)", text::quoted(field.value_type().text(rows->cell(0), field)), rows->integer(1));
    if (repeated == 0) return;
    throw unmet(object, field, "values_repeat",
                fmt::format("{} cannot be unique: {}, such as {}. Change them first.", field.label, counted(repeated, "value repeats", "values repeat"), example));
}

void require_filled(storage::Session& session, const Object& object, const Field& field) {
    auto empty = session.value(fmt::format("SELECT COUNT(*) FROM {} WHERE deleted_at IS NULL AND {} IS NULL", quoted(object.name), quoted(field.name)))->integer();
    if (empty == 0) return;
    throw unmet(object, field, "values_missing",
                fmt::format("{} cannot be required: {} without it. Fill it in for them first{}.", field.label,
                            counted(empty, object.label + " is", object.plural_label + " are"), field.custom ? "; a new field is made without \"required\", filled in, then required" : ""));
}

}  // namespace

void require_met_demands(storage::Session& session, const Catalogue& before, const Catalogue& after) {
    for (const Object& object : after.objects()) {
        const Object* old = before.find(object.name);
        if (!old) continue;
        for (const Field& field : object.fields) {
            const Field* known = old->find_field(field.name);
            if (is_unique(field) && known && !is_unique(*known)) require_distinct(session, object, field);
            if (is_demanded(field) && !(known && is_demanded(*known))) require_filled(session, object, field);
        }
    }
}

}  // namespace rapport::metadata
