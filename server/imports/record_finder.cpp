#include "imports/record_finder.h"

#include <algorithm>
#include <optional>
#include <set>

#include "imports/cell_value.h"
#include "query/query.h"
#include "security/statements.h"

namespace rapport::imports {
namespace {

using Found = std::unordered_map<std::string, std::vector<FoundRecord>>;

/// A statement for some texts, and which of its columns hold what.
struct Question {
    query::Statement statement;
    std::size_t id, match;
    std::optional<std::size_t> name;  // none when the actor may not see names
};

std::size_t place_of(const query::Statement& statement, const std::string& name) {
    const std::vector<query::Column>& columns = query::columns(statement);
    auto found = std::find_if(columns.begin(), columns.end(), [&](const query::Column& column) { return column.name == name; });
    ensure(found != columns.end(), "a statement has the columns that were asked for");
    return static_cast<std::size_t>(found - columns.begin());
}

Question ask(const Lookup& lookup, const Wanted& wanted, Json::Array values) {
    query::FieldVisible visible = security::visible_to(lookup.actor);
    const metadata::Field& name = wanted.object.field(wanted.object.name_field);
    std::set<std::string> names = {"id", wanted.field.name};
    if (visible(wanted.object, name)) names.insert(name.name);

    query::Select select;
    select.object = wanted.object.name;
    for (const std::string& field : names) select.fields.push_back({"", {{field}, {}}, "", {}});
    Json condition = Json::Members{{"field", wanted.field.name}, {"op", "in"}, {"value", std::move(values)}};
    if (!wanted.filter.is_null()) condition = Json::Members{{"and", Json::Array{std::move(condition), wanted.filter}}};
    select.where = query::parse_filter(condition);
    query::Statement statement = security::compile(select, {lookup.actor, lookup.catalogue}, lookup.session.dialect());
    Question question{statement, place_of(statement, "id"), place_of(statement, wanted.field.name), {}};
    if (names.contains(name.name)) question.name = place_of(statement, name.name);
    return question;
}

FoundRecord record_of(const Question& question, const Wanted& wanted, const std::vector<Cell>& cells) {
    FoundRecord record{RecordId(cells[question.id].integer()), {}};
    if (!question.name || cells[*question.name].is_null()) return record;
    const metadata::Field& name = wanted.object.field(wanted.object.name_field);
    record.name = name.value_type().text(cells[*question.name], name);
    return record;
}

void add(std::vector<FoundRecord>& records, FoundRecord record) {
    if (records.size() < 2) records.push_back(std::move(record));
}

/// Asks for one text: whatever the database answers is equal to it.
std::vector<FoundRecord> find_one(const Lookup& lookup, const Wanted& wanted, const Json& value) {
    std::vector<FoundRecord> records;
    Question question = ask(lookup, wanted, {value});
    query::for_each_row(lookup.session, question.statement, [&](const std::vector<Cell>& cells) { add(records, record_of(question, wanted, cells)); });
    return records;
}

}  // namespace

Found find_records(const Lookup& lookup, const Wanted& wanted, const std::vector<std::string>& texts) {
    struct Asked {
        const std::string* text;
        Json value;
    };
    std::unordered_map<std::string, std::vector<Asked>> asked;  // by key: "Acme" and "ACME" are one question
    Json::Array values;
    for (const std::string& text : texts) {
        Result<Value> stored = wanted.field.type->parse(text, wanted.field);
        if (!stored || stored->is_null()) continue;
        std::vector<Asked>& same = asked[match_key(wanted.field, Cell(*stored))];
        same.push_back({&text, api_value(wanted.field, *stored)});
        if (same.size() == 1) values.push_back(same.front().value);
    }
    Found answer;
    if (values.empty()) return answer;

    bool strangers = false;  // rows that the database takes for equal to a text, though their keys differ
    Question question = ask(lookup, wanted, std::move(values));
    query::for_each_row(lookup.session, question.statement, [&](const std::vector<Cell>& cells) {
        auto same = asked.find(match_key(wanted.field, cells[question.match]));
        strangers = strangers || same == asked.end();
        if (same == asked.end()) return;
        for (const Asked& one : same->second) add(answer[*one.text], record_of(question, wanted, cells));
    });
    if (!strangers) return answer;
    for (const auto& [key, same] : asked) {
        if (answer.contains(*same.front().text)) continue;
        std::vector<FoundRecord> records = find_one(lookup, wanted, same.front().value);
        if (records.empty()) continue;
        for (const Asked& one : same) answer[*one.text] = records;
    }
    return answer;
}

}  // namespace rapport::imports
