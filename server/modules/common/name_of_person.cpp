#include "modules/common/name_of_person.h"

#include "base/person_name.h"
#include "base/text.h"

namespace rapport::modules {
namespace {

void put(records::Change& change, std::string_view name, const std::string& part) {
    const metadata::Field& field = change.object.field(name);
    change.after[field] = part.empty() ? Value() : Value(part);
    if (text::length(part) > field.length)
        change.refuse(field.name, "too_long", field.label + " has room for " + std::to_string(field.length) + " characters: shorten it.");
}

}  // namespace

void NameOfPerson::before_save(records::Change& change) const {
    using Kind = records::Operation::Kind;
    if (change.kind != Kind::Create && change.kind != Kind::Update) return;
    bool in_parts = change.is_given("first_name") || change.is_given("last_name");
    bool whole = change.is_given("name") && change.changes("name") && (!in_parts || change.after["last_name"].is_null());
    if (whole) {
        PersonName parts = split_name(change.after["name"].text_or(""));
        put(change, "first_name", parts.first);
        put(change, "last_name", parts.last);
    }
    PersonName parts{std::string(change.after["first_name"].text_or("")), std::string(change.after["last_name"].text_or(""))};
    put(change, "name", full_name(parts));
}

}  // namespace rapport::modules
