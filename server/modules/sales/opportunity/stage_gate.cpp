#include "modules/sales/opportunity/stage_gate.h"

#include "base/text.h"
#include "security/restriction.h"

namespace rapport::sales {
namespace {

using Kind = records::Operation::Kind;

/// The parts of a stored set ";amount;close_date;".
std::vector<std::string> parts_of(std::string_view set) {
    std::vector<std::string> out;
    for (std::size_t begin = 1; begin < set.size();) {
        std::size_t end = set.find(';', begin);
        out.emplace_back(set.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

/// Whether people fill it in, and it can be empty.
bool can_be_missing(const metadata::Field& field) {
    bool computed = field.read_only || field.system || !field.formula.empty() || field.roll_up.has_value();
    bool whole = field.has_column() && field.component_of.empty();
    return !computed && whole && field.type->shape() != metadata::Shape::Boolean;
}

}  // namespace

void StageGate::before_save(records::Change& change) const {
    bool moves = (change.kind == Kind::Create || change.kind == Kind::Update) && change.changes("stage_id");
    if (!moves || change.source == records::Source::Import || change.source == records::Source::System) return;
    std::string stage, needed;
    {
        auto row = change.session.query("SELECT name, required_fields FROM stage WHERE id = ?1 AND deleted_at IS NULL", {change.after["stage_id"]});
        if (!row->next() || row->is_null(1)) return;
        stage = row->text(0);
        needed = row->text(1);
    }
    const auto visible = security::visible_to(change.actor);
    for (const std::string& name : parts_of(needed)) {
        const metadata::Field* field = change.object.find_field(name);
        // A field may have been removed since the stage was made.
        if (!field || !can_be_missing(*field) || !change.after[*field].is_null()) continue;
        if (visible(change.object, *field)) change.refuse(field->name, "needed_in_stage", text::quoted(field->label) + " is needed in the stage " + text::quoted(stage) + ".");
        else change.refuse("stage_id", "needed_in_stage", "The stage " + text::quoted(stage) + " needs something that you may not see. Ask an administrator to move this deal.");
    }
}

void FieldsOfGate::before_save(records::Change& change) const {
    bool saved = change.kind == Kind::Create || change.kind == Kind::Update;
    if (!saved || !change.changes("required_fields") || change.after["required_fields"].is_null()) return;
    const metadata::Object& deals = *change.catalogue.find("opportunity");
    for (const std::string& name : parts_of(change.after["required_fields"].text())) {
        const metadata::Field* field = deals.find_field(name);
        if (!field) change.refuse("required_fields", "unknown_field", "There is no field " + text::quoted(name) + " of " + deals.plural_label + ".");
        else if (!can_be_missing(*field)) change.refuse("required_fields", "not_fillable", text::quoted(field->label) + " is no field that people fill in.");
    }
}

}  // namespace rapport::sales
