#include <fmt/format.h>

#include <algorithm>

#include "metadata/running_totals.h"
#include "query/sql_writer.h"

namespace rapport::query {
namespace {

namespace totals = metadata::totals;

bool contains(const std::vector<std::string>& names, const metadata::Field* field) {
    return field && std::find(names.begin(), names.end(), field->name) != names.end();
}

/// The rows are those of any of these.
std::vector<Predicate> alternatives(const Predicate& rows) {
    bool several = rows.kind == Predicate::Kind::Or || rows.kind == Predicate::Kind::Gathered;
    return several ? rows.parts : std::vector{rows};
}

/// Looks whether a question asks for nothing that the running totals of its object do not say.
class Fit {
public:
    Fit(const Question& question, const metadata::Totals& totals) : question_(question), totals_(totals) {}

    bool whole() const {
        auto joined = [&](const Join& join) { return join.from != question_.source || contains(totals_.by, join.reference); };
        auto ordered = [&](const BoundOrder& order) { return fits(order.expression); };
        auto grouped = [&](const Expression& group) { return fits(group); };
        return std::all_of(question_.joins.begin(), question_.joins.end(), joined) &&
               std::all_of(question_.outputs.begin(), question_.outputs.end(), [&](const Output& output) { return fits(output); }) &&
               std::all_of(question_.group_by.begin(), question_.group_by.end(), grouped) &&
               std::all_of(question_.order_by.begin(), question_.order_by.end(), ordered) && (!question_.where || fits(*question_.where)) &&
               (!question_.having || fits(*question_.having));
    }

private:
    bool fits(const Output& output) const {
        auto fits_key = [&](const OutputKey& key) { return !key.reference || fits(*key.reference); };
        return fits(output.expression) && std::all_of(output.keys.begin(), output.keys.end(), fits_key);
    }

    bool fits(const Expression& expression) const {
        bool counts_rows = expression.function == Function::Count || expression.function == Function::Sum || expression.function == Function::Average;
        if (expression.formula) {
            const auto& sources = expression.formula->sources;
            return !counts_rows && std::find(sources.begin(), sources.end(), question_.source) == sources.end();
        }
        if (expression.any_target) return false;
        if (expression.field && expression.source != question_.source) return !counts_rows;
        if (expression.function == Function::Count && (!expression.field || expression.field->name == "id")) return true;
        bool sums_up = counts_rows && expression.function != Function::Count;
        return (!sums_up && contains(totals_.by, expression.field)) || (counts_rows && contains(totals_.of, expression.field));
    }

    bool fits(const BoundCondition& condition) const {
        using Kind = BoundCondition::Kind;
        auto fits_part = [&](const BoundCondition& part) { return fits(part); };
        switch (condition.kind) {
            case Kind::Always:
            case Kind::Never: return true;
            case Kind::And:
            case Kind::Or:
            case Kind::Not: return std::all_of(condition.parts.begin(), condition.parts.end(), fits_part);
            default: return fits(condition.left);
        }
    }

    const Question& question_;
    const metadata::Totals& totals_;
};

}  // namespace

/// What rights say by owner is answered from the totals; the records that other rights add are counted one by one.
const metadata::Totals* SqlWriter::fitting_totals() const {
    const Question& question = tree_.question;
    const Predicate& rows = restricted_.rows(static_cast<std::size_t>(question.source));
    if (!question.grouped || restricted_.trash() != Restricted::Trash::Exclude) return nullptr;
    for (const metadata::Totals& totals : restricted_.bound().object().totals) {
        auto by_key = [&](const Predicate& part) { return part.kind == Predicate::Kind::Always || is_by_key(totals, part); };
        std::vector<Predicate> parts = alternatives(rows);
        if (std::any_of(parts.begin(), parts.end(), by_key) && Fit(question, totals).whole()) return &totals;
    }
    return nullptr;
}

bool SqlWriter::is_by_key(const metadata::Totals& totals, const Predicate& predicate) {
    return predicate.kind == Predicate::Kind::InIntegers && contains(totals.by, predicate.field);
}

/// The totals of what may be seen, in place of the records.
std::string SqlWriter::totals_table() {
    const metadata::Object& object = restricted_.bound().object();
    const Predicate& rows = restricted_.rows(static_cast<std::size_t>(tree_.question.source));
    std::string kept, others;
    for (const Predicate& part : alternatives(rows)) {
        if (part.kind == Predicate::Kind::Always) continue;
        std::string& side = is_by_key(*totals_, part) ? kept : others;
        side += (side.empty() ? "" : " OR ") + predicate(part, "r", Walk::AnyIndex);
    }
    std::string keys, groups, columns, summed, sums, values;
    for (const std::string& name : totals_->by) {
        keys += fmt::format("NULLIF(r.\"{0}\", {1}) AS \"{0}\", ", name, totals::nothing_sql(object.field(name)));
        columns += fmt::format("r.\"{}\", ", name);
        groups += fmt::format("{}r.\"{}\"", groups.empty() ? "" : ", ", name);
    }
    for (const std::string& name : totals::sums(*totals_)) {
        summed += fmt::format("{}{} AS \"{}\"", summed.empty() ? "" : ", ", dialect_.sum("r.\"" + name + "\""), name);
        sums += fmt::format("{}r.\"{}\"", sums.empty() ? "" : ", ", name);
    }
    for (const std::string& name : totals_->of)
        values += fmt::format(", CASE WHEN r.\"{0}\" IS NULL THEN 0 ELSE 1 END, COALESCE(r.\"{0}\" >> {1}, 0), COALESCE(r.\"{0}\" & {2}, 0)", name, totals::half_bits, totals::low_half);
    std::string from = fmt::format("FROM {} r WHERE ({})", totals::table(object, *totals_), kept.empty() ? "TRUE" : kept);
    bool one_writer = dialect_.write_slot().empty();
    std::string out = one_writer ? fmt::format("SELECT {}{} {} AND r.records <> 0", keys, sums, from)
                                 : fmt::format("SELECT {}{} {} GROUP BY {} HAVING SUM(r.records) <> 0", keys, summed, from, groups);
    if (!others.empty())
        out += fmt::format(" UNION ALL SELECT {}1{} FROM {} r WHERE r.deleted_at IS NULL AND ({}) AND ({}) IS NOT TRUE", columns, values, table(object), others, kept);
    return "(" + out + ")";
}

/// An aggregate over running totals. A sum of nothing is null.
std::string SqlWriter::total(const Expression& of) const {
    std::string name = alias(of.source);
    auto sum = [&](const std::string& column) { return dialect_.sum(name + ".\"" + column + "\""); };
    if (of.function == Function::Count) {
        std::string records = name + ".records";
        if (contains(totals_->of, of.field)) records = column(name, totals::count_of(of.field->name));
        else if (of.field && of.field->name != "id") records = fmt::format("CASE WHEN {} IS NULL THEN 0 ELSE {} END", column(name, of.field->name), records);
        return fmt::format("COALESCE({}, 0)", dialect_.sum(records));
    }
    std::string count = sum(totals::count_of(of.field->name));
    std::string whole = fmt::format("rapport_sum({}, {})", dialect_.multiply_divide(sum(totals::high_half_of(of.field->name)), std::to_string(totals::low_half + 1), "1"),
                                    sum(totals::low_half_of(of.field->name)));
    if (of.function == Function::Average) return dialect_.multiply_divide(whole, "1", count);
    return fmt::format("(CASE WHEN {} > 0 THEN {} END)", count, whole);
}

}  // namespace rapport::query
