#include "imports/references.h"

#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "imports/cell_value.h"
#include "imports/field_access.h"

namespace rapport::imports {
namespace {

/// A rule's own name for a text; rules live as long as the mapping.
std::string key_of(const ReferenceRule& rule, std::string_view text) {
    return fmt::format("{}\n{}", fmt::ptr(&rule), text::lower(text));
}

std::string shown(const FoundRecord& record) { return fmt::format("\"{}\" ({})", record.name, record.id.text()); }

}  // namespace

void References::keep_batch() {
    for (const auto& [key, answer] : batch_)
        if (answer.size() == 1) cache_.put(key, answer.front().id);
    batch_.clear();
}

/// The fields that are tried one after the other.
std::vector<const metadata::Field*> References::fields_for(const ReferenceRule& rule, const std::string& text, const Lookup& lookup) const {
    if (rule.match) return {rule.match};
    const metadata::Object& target = *rule.target;
    std::vector<const metadata::Field*> answer;
    auto add = [&](std::string_view name) {
        if (Result<const metadata::Field*> field = find_match_field(target, name, lookup.actor)) answer.push_back(*field);
    };
    Result<RecordId> id = RecordId::parse(text);
    if (id && id->object_number() == target.number) add("id");
    if (text.find('@') != std::string::npos) add("email");
    add(target.name_field);
    add("external_id");
    return answer;
}

void References::prefetch(const ReferenceRule& rule, const std::vector<std::string>& texts, const Lookup& lookup) {
    struct Open {
        std::string text;
        std::vector<const metadata::Field*> fields;
    };
    std::vector<Open> open;
    for (const std::string& text : texts) {
        std::string key = key_of(rule, text);
        if (cache_.find(key) || !batch_.try_emplace(key).second) continue;
        open.push_back({text, fields_for(rule, text, lookup)});
    }
    for (std::size_t round = 0; !open.empty(); ++round) {
        std::map<const metadata::Field*, std::vector<std::string>> by_field;
        std::erase_if(open, [&](const Open& one) { return round >= one.fields.size(); });
        for (const Open& one : open) by_field[one.fields[round]].push_back(one.text);
        for (const auto& [field, wanted] : by_field)
            for (auto& [text, records] : find_records(lookup, {*rule.target, *field, rule.filter}, wanted)) batch_[key_of(rule, text)] = std::move(records);
        std::erase_if(open, [&](const Open& one) { return !batch_[key_of(rule, one.text)].empty(); });
    }
}

Result<RecordId> References::find(const ReferenceRule& rule, const std::string& text, const documents::Row& row, const Lookup& lookup,
                                  std::optional<Making> making) {
    std::string key = key_of(rule, text);
    if (const RecordId* known = cache_.find(key)) return *known;
    if (!batch_.contains(key)) prefetch(rule, {text}, lookup);
    const Answer& answer = batch_[key];
    if (answer.size() == 1) return answer.front().id;
    if (answer.size() > 1)
        return problem("ambiguous_match", fmt::format("Several {} are called \"{}\", such as {} and {}: name the right one by its id or by a field that is unique.",
                                                      text::lower(rule.target->plural_label), text, shown(answer[0]), shown(answer[1])));
    if (making && rule.create_missing) {
        Result<RecordId> made = make(rule, text, row, lookup, *making);
        if (made) batch_[key] = {{*made, text}};
        return made;
    }
    if (making && !rule.otherwise.empty() && text != rule.otherwise) return find(rule, rule.otherwise, row, lookup, making);
    std::string by = rule.match ? fmt::format(" with {} \"{}\"", text::lower(rule.match->label), text) : fmt::format(" \"{}\"", text);
    return problem("no_match", fmt::format("There is no {}{}, or you may not see it.", text::lower(rule.target->label), by));
}

Result<RecordId> References::make(const ReferenceRule& rule, const std::string& text, const documents::Row& row, const Lookup& lookup, const Making& making) {
    std::vector<const metadata::Field*> fields = fields_for(rule, text, lookup);
    if (fields.empty() || fields.front()->name == "id")
        return problem("no_match", fmt::format("There is no {} \"{}\", and none can be created from an id.", text::lower(rule.target->label), text));
    auto failed = [&](std::string_view why) {
        return problem("not_created", fmt::format("{} \"{}\" could not be created: {}", rule.target->label, text, why));
    };
    Result<Json> name = read_cell(*fields.front(), text);
    if (!name) return failed(name.error().message);
    records::Operation operation;
    operation.object = rule.target->name;
    operation.fields.set(fields.front()->name, *std::move(name));
    for (const FieldMapping& mapping : rule.with) {
        std::string value = mapping.source.value(row);
        if (value.empty()) continue;
        if (mapping.reference) {
            Result<RecordId> id = find(*mapping.reference, value, row, lookup, making);
            if (!id) return failed(id.error().message);
            operation.fields.set(mapping.field->name, id->text());
        } else {
            Result<Json> json = read_cell(*mapping.field, value);
            if (!json) return failed(json.error().message);
            operation.fields.set(mapping.field->name, *std::move(json));
        }
    }
    records::Run run{making.run.actor, making.run.source, records::Mode::RowByRow, making.run.change_set};
    records::Outcome outcome = service_.apply(run, {operation}, lookup.session, making.changed_objects).front();
    if (outcome.result == records::Outcome::Result::Failed) return failed(outcome.failure->what());
    ++making.records_made;
    return outcome.id;
}

}  // namespace rapport::imports
