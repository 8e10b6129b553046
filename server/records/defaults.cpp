#include "metadata/field_types/auto_number.h"
#include "records/pipeline.h"
#include "records/sums.h"

namespace rapport::records {

void Pipeline::fill_defaults(Change& change) {
    for (const metadata::Field& field : change.object.fields) {
        if (field.roll_up) change.after[field] = sum_of_none(field);
        if (change.given[static_cast<std::size_t>(field.index)] || !change.after[field].is_null()) continue;
        const Json& value = field.default_value;
        if (value.is_null()) {
            if (field.type->shape() == metadata::Shape::Boolean) change.after[field] = 0;
            continue;
        }
        if (value == Json("$user")) {
            if (run_.actor.user()) change.after[field] = run_.actor.user().number();
        } else if (value == Json("$today")) {
            change.after[field] = run_.actor.zone().date_at(DateTime::now()).days();
        } else if (value == Json("$now")) {
            change.after[field] = DateTime::now().microseconds();
        } else {
            set_field(change, field, value);
            change.given[static_cast<std::size_t>(field.index)] = false;
        }
    }
}

/// Counts up for auto-number fields; numbers of changes that fail are taken back with the transaction.
void Pipeline::number_record(Change& change) {
    for (const metadata::Field& field : change.object.fields) {
        if (field.type->name() != "auto_number" || !change.after[field].is_null()) continue;
        auto next = session_.value("UPDATE record_counter SET next = next + 1 WHERE object = ?1 AND field = ?2 RETURNING next - 1", {change.object.name, field.name});
        if (!next) {
            session_.execute("INSERT INTO record_counter (object, field, next) VALUES (?1, ?2, 2)", {change.object.name, field.name});
            next = 1;
        }
        change.after[field] = metadata::types::format_auto_number(field.format, next->integer());
    }
}

}  // namespace rapport::records
