#include "imports/batch.h"

#include <fmt/format.h>

#include "base/text.h"
#include "imports/cell_value.h"

namespace rapport::imports {

using records::Operation;
using records::Outcome;

namespace {

/// "Skipped, since it is likely the same as Robert Allen (contact 003…): same e-mail address."
std::string duplicate_message(const Failure& failure) {
    for (const auto& [name, json] : failure.members()) {
        if (name != "matches") continue;
        const Json matches = Json::parse(json);
        const Json& best = matches.array().front();
        std::string reasons;
        for (const Json& reason : best["reasons"].array()) reasons += (reasons.empty() ? "" : ", ") + reason["message"].string();
        return "Skipped, since it is likely the same as " + best["name"].string() + " (" + best["object"].string() + " " + best["id"].string() + "): " + reasons + ".";
    }
    return failure.what();
}

}  // namespace

Batch::Batch(const Setting& setting, storage::Session& session)
    : mapping_(setting.mapping),
      service_(setting.service),
      references_(setting.references),
      run_{setting.actor, records::Source::Import, records::Mode::RowByRow, &setting.change_set},
      saving_(setting.saving),
      lookup_{mapping_.catalogue, setting.actor, session} {}

BatchResult Batch::import_rows(const std::vector<PreparedRow>& rows) {
    references_.begin_batch();
    find_matches(rows);
    prefetch_references(rows);
    for (const PreparedRow& row : rows) add_row(row);
    run_pending();
    return std::move(result_);
}

/// The records that the rows are about, with one question for all rows.
void Batch::find_matches(const std::vector<PreparedRow>& rows) {
    if (!mapping_.match || mapping_.match->name == "id") return;
    std::vector<std::string> texts;
    std::unordered_map<std::string, std::string> key_by_text;
    for (const PreparedRow& row : rows)
        if (!row.problem() && !row.match_text().empty() && key_by_text.emplace(row.match_text(), row.match_key()).second) texts.push_back(row.match_text());
    static const Json no_filter;
    for (auto& [text, found] : find_records(lookup_, {*mapping_.object, *mapping_.match, no_filter}, texts)) matches_[key_by_text[text]] = std::move(found);
}

void Batch::prefetch_references(const std::vector<PreparedRow>& rows) {
    std::unordered_map<const ReferenceRule*, std::vector<std::string>> texts;
    for (const PreparedRow& row : rows) {
        if (row.problem()) continue;
        for (const PreparedRow::Reference& reference : row.references())
            if (!reference.text.empty()) texts[&*reference.mapping->reference].push_back(reference.text);
    }
    for (const auto& [rule, wanted] : texts) references_.prefetch(*rule, wanted, lookup_);
}

void Batch::add_row(const PreparedRow& row) {
    ++result_.counts.rows;
    if (row.problem()) return fail(row, *row.problem());
    // A row about a record that another row of this batch creates has to wait for it.
    const std::string& key = row.match_key();
    if (!key.empty() && pending_keys_.contains(key)) run_pending();
    Result<Operation> operation = operation_for(row);
    if (!operation) return fail(row, operation.error().message);
    Result<bool> late = add_references(row, *operation);
    if (!late) return fail(row, late.error().message);
    if (!key.empty()) pending_keys_.insert(key);
    pending_.push_back({&row, *std::move(operation), *late});
}

/// Create or update, as the mapping says and as the database stands; without references.
Result<Operation> Batch::operation_for(const PreparedRow& row) const {
    Operation operation;
    operation.object = mapping_.object->name;
    operation.fields = row.fields();
    operation.refuse_duplicates = mapping_.duplicates == Duplicates::Skip;
    if (mapping_.mode == Mode::Create) return operation;

    const metadata::Field& match = *mapping_.match;
    bool by_id = match.name == "id";
    if (row.match_text().empty()) {
        if (by_id && mapping_.mode == Mode::Upsert) return operation;
        return problem("required", fmt::format("{} is empty: without it the row names no record.", match.label));
    }
    operation.kind = Operation::Kind::Update;
    if (by_id) {
        Result<RecordId> id = RecordId::parse(row.match_text());
        if (!id) return tl::unexpected(id.error());
        operation.id = *id;
        return operation;
    }
    auto found = matches_.find(row.match_key());
    if (found == matches_.end() || found->second.empty()) {
        if (mapping_.mode == Mode::Update)
            return problem("no_match", fmt::format("There is no {} with {} \"{}\".", text::lower(mapping_.object->label), match.label, row.match_text()));
        operation.kind = Operation::Kind::Create;
    } else if (found->second.size() > 1) {
        const auto& both = found->second;
        return problem("ambiguous_match", fmt::format("Several {} have {} \"{}\", such as {} and {}: match by a field that is unique, or by id.",
                                                      text::lower(mapping_.object->plural_label), match.label, row.match_text(), both[0].id.text(), both[1].id.text()));
    } else {
        operation.id = found->second.front().id;
    }
    return operation;
}

Result<bool> Batch::add_references(const PreparedRow& row, Operation& operation) {
    bool any_late = false;
    for (const PreparedRow::Reference& reference : row.references()) {
        Result<bool> late = add_reference(reference, row, operation, false);
        if (!late) return late;
        any_late = any_late || *late;
    }
    return any_late;
}

Result<bool> Batch::add_reference(const PreparedRow::Reference& reference, const PreparedRow& row, Operation& operation, bool last_chance) {
    const std::string& field = reference.mapping->field->name;
    if (reference.text.empty()) {
        operation.fields.set(field, nullptr);
        return false;
    }
    // A record of the same object may come in a later row: it is not missing, and not to be made, before the end of the file.
    const ReferenceRule& rule = *reference.mapping->reference;
    bool may_come = rule.target == mapping_.object && !last_chance;
    std::optional<References::Making> making;
    if (!may_come) making.emplace(References::Making{run_, result_.changed_objects, result_.counts.also_created});
    Result<RecordId> id = references_.find(rule, reference.text, row.row(), lookup_, making);
    if (id) operation.fields.set(field, id->text());
    if (id || (may_come && id.error().code == "no_match")) return !id;
    return tl::unexpected(id.error());
}

void Batch::run_pending() {
    if (pending_.empty()) return;
    std::vector<Operation> operations;
    operations.reserve(pending_.size());
    for (Pending& one : pending_) operations.push_back(std::move(one.operation));
    std::vector<Outcome> outcomes = apply(operations);
    for (std::size_t i = 0; i < outcomes.size(); ++i) take_outcome(pending_[i], outcomes[i]);
    pending_.clear();
    pending_keys_.clear();
}

/// All together in one savepoint; when one of them fails, again with a savepoint for each.
std::vector<Outcome> Batch::apply(const std::vector<Operation>& operations) {
    if (saving_ == Saving::Together && operations.size() > 1) {
        std::vector<Outcome> outcomes;
        const auto mark = run_.change_set->mark();
        try {
            lookup_.session.savepoint([&] {
                outcomes = service_.apply({run_.actor, run_.source, records::Mode::AllOrNothing, run_.change_set}, operations, lookup_.session, result_.changed_objects);
            });
            return outcomes;
        } catch (const Failure& failure) {
            run_.change_set->go_back(mark);
            if (failure.kind() == FailureKind::Unavailable || failure.kind() == FailureKind::Internal) throw;
        }
    }
    return service_.apply(run_, operations, lookup_.session, result_.changed_objects);
}

void Batch::take_outcome(const Pending& pending, const Outcome& outcome) {
    switch (outcome.result) {
        case Outcome::Result::Created: ++result_.counts.created; break;
        case Outcome::Result::Updated: ++result_.counts.updated; break;
        case Outcome::Result::Unchanged: ++result_.counts.unchanged; break;
        default:
            result_.next = Saving::OneByOne;
            return fail(*pending.row, outcome.failure ? message_of(*outcome.failure) : "The row could not be saved.");
    }
    if (pending.late) result_.late.push_back({pending.row->line(), outcome.id, pending.row->cells()});
    const std::string& key = pending.row->match_key();
    if (!key.empty()) matches_[key] = {{outcome.id, {}}};
}

BatchResult Batch::set_late_references(const std::vector<PreparedRow>& rows, const std::vector<RecordId>& ids) {
    references_.begin_batch();
    prefetch_references(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Operation operation;
        operation.kind = Operation::Kind::Update;
        operation.object = mapping_.object->name;
        operation.id = ids[i];
        std::string failures;
        for (const PreparedRow::Reference& reference : rows[i].references()) {
            if (reference.mapping->reference->target != mapping_.object) continue;
            Result<bool> late = add_reference(reference, rows[i], operation, true);
            if (!late) failures += (failures.empty() ? "" : " ") + late.error().message;
        }
        if (!operation.fields.is_null()) {
            Outcome outcome = service_.apply(run_, {operation}, lookup_.session, result_.changed_objects).front();
            if (outcome.failure) failures += (failures.empty() ? "" : " ") + message_of(*outcome.failure);
        }
        if (failures.empty()) continue;
        ++result_.counts.incomplete;
        result_.errors.push_back({rows[i].line(), rows[i].cells(), "The record is in, but not complete. " + failures});
    }
    return std::move(result_);
}

void Batch::fail(const PreparedRow& row, std::string message) {
    ++result_.counts.failed;
    result_.errors.push_back({row.line(), row.cells(), std::move(message)});
}

/// All that is wrong, each with the field it is about.
std::string Batch::message_of(const Failure& failure) const {
    if (failure.problems().empty()) return failure.what();
    if (failure.code() == "duplicate_record") return duplicate_message(failure);
    std::string out;
    for (const Problem& problem : failure.problems()) {
        if (!out.empty()) out += ' ';
        const metadata::Field* field = problem.field.empty() ? nullptr : mapping_.object->find_field(problem.field);
        bool named = !field || problem.message.find(field->label) != std::string::npos;
        out += named ? problem.message : field->label + ": " + problem.message;
    }
    return out;
}

}  // namespace rapport::imports
