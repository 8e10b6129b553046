#include <fmt/format.h>

#include <algorithm>

#include "query/sql_writer.h"

namespace rapport::query {

std::string SqlWriter::from(const Question& question, int present) {
    auto object = [&](int source) -> const metadata::Object& { return *restricted_.bound().sources()[static_cast<std::size_t>(source)].object; };
    // What `present` is reached through must be there, too.
    std::vector<int> required;
    for (auto join = question.joins.rbegin(); join != question.joins.rend(); ++join) {
        if (join->source != present) continue;
        required.push_back(join->source);
        present = join->from;
    }
    std::string rows = has_totals(question.source) ? totals_table() : table(object(question.source));
    std::string out = fmt::format(" FROM {} {}", rows, alias(question.source));
    for (const Join& join : question.joins) {
        std::string name = alias(join.source);
        bool is_required = std::find(required.begin(), required.end(), join.source) != required.end();
        // A parent that is in the trash or may not be seen is no parent: a filter on it cannot tell it from one that is not there.
        out += fmt::format("{0}JOIN {1} {2} ON {2}.id = {3} AND {2}.deleted_at IS NULL", is_required ? " " : " LEFT ", table(object(join.source)),
                           name, column(alias(join.from), join.reference->name));
        const Predicate& visible = restricted_.rows(static_cast<std::size_t>(join.source));
        if (visible.kind != Predicate::Kind::Always) out += " AND " + predicate(visible, name, Walk::RowByRow);
    }
    return out;
}

std::string SqlWriter::where(const Question& question, Restricted::Trash trash, Walk walk) {
    std::string name = alias(question.source);
    std::string out;
    auto add = [&](const std::string& condition) { out += (out.empty() ? "" : " AND ") + condition; };
    bool records = !has_totals(question.source);
    if (records && trash == Restricted::Trash::Exclude) add(name + ".deleted_at IS NULL");
    if (trash == Restricted::Trash::Only) add(name + ".deleted_at IS NOT NULL");
    const Predicate& rows = restricted_.rows(static_cast<std::size_t>(question.source));
    if (records && rows.kind != Predicate::Kind::Always) add(predicate(rows, name, walk));
    if (question.where) add(condition(*question.where));
    if (records && walk == Walk::AnyIndex)
        for (const BoundCondition* tags : tag_conditions(question)) add(is_tagged(question, *tags, walk));
    return out.empty() ? "TRUE" : out;
}

}  // namespace rapport::query
