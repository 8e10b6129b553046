#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/bound_tree.h"
#include "query/plan.h"

namespace rapport::query {

/// Writes the parts of one SQL statement and keeps its parameters. Values become parameters, so that questions of
/// the same shape are the same text. Source `i` of the question is called `ti`.
class SqlWriter {
public:
    SqlWriter(const Restricted& restricted, const storage::Dialect& dialect)
        : restricted_(restricted), tree_(restricted.bound().tree()), dialect_(dialect), totals_(fitting_totals()) {}

    /// How the engine should come to the rows of the outermost source.
    enum class Walk {
        AnyIndex,
        RowByRow,  // along the sort order, or from another record: rights are checked for each row that comes up
    };

    const storage::Dialect& dialect() const { return dialect_; }
    /// Of the outermost question.
    const metadata::Object& object() const { return restricted_.bound().object(); }
    std::vector<Value> take_parameters() { return std::move(parameters_); }

    /// "?3", bound to the value.
    std::string parameter(Value value);
    std::size_t last_parameter() const { return parameters_.size() - 1; }
    static std::string table(const metadata::Object& object);
    static std::string alias(int source) { return "t" + std::to_string(source); }
    static std::string column(std::string_view alias, std::string_view name);

    // compile_expression.cpp
    std::string expression(const Expression& expression);
    /// From now on these expressions are written as others: groups that a subtotal leaves out.
    void substitute(std::map<std::string, std::string> substitutes) { substitutes_ = std::move(substitutes); }
    const std::string& substituted(const std::string& expression) const;

    // compile_condition.cpp
    std::string condition(const BoundCondition& condition);
    std::string predicate(const Predicate& predicate, const std::string& alias, Walk walk);

    // compile_tags.cpp
    /// Whether the table of tags finds no more records than can be read at once.
    std::string has_few_tagged(const Question& question, const BoundCondition& condition);
    /// That a record is among those that the table of tags finds.
    std::string is_tagged(const Question& question, const BoundCondition& condition, Walk walk);

    // compile_question.cpp
    /// FROM "opportunity" t0 LEFT JOIN … `present` is a source that records without it are left out for.
    std::string from(const Question& question, int present);
    std::string from(const Question& question) { return from(question, question.source); }
    /// The rows of the question that live, may be seen and meet its conditions: WHERE without the word.
    std::string where(const Question& question, Restricted::Trash trash, Walk walk);

private:
    // compile_totals.cpp
    const metadata::Totals* fitting_totals() const;
    static bool is_by_key(const metadata::Totals& totals, const Predicate& predicate);
    std::string totals_table();
    std::string total(const Expression& expression) const;
    /// Whether rows of this source are running totals, not records.
    bool has_totals(int source) const { return totals_ && source == tree_.question.source; }

    std::string tagged_records(const Question& question, const BoundCondition& condition, std::string_view column);

    std::string in_shared_list(const std::string& left, const std::shared_ptr<const std::string>& json);
    std::string compare(const std::string& left, Comparison comparison, const Value& value);
    std::string counted(const BoundCondition& condition);
    std::string one_of(const std::string& left, const std::vector<Value>& values);
    std::string joined(std::string_view between, const std::vector<BoundCondition>& parts);
    std::string computed(const Expression& expression);
    std::string value(const Expression& expression);
    std::string value_of_any(const Expression& expression);
    const std::string& visible_target(int source);
    std::string days(const Expression& expression);
    std::string day_of_year(const Expression& expression);
    const std::string& label(const metadata::Field& picklist, const std::string& value);

    const Restricted& restricted_;
    const Bound::Tree& tree_;
    const storage::Dialect& dialect_;
    const metadata::Totals* totals_;  // that the question is answered from; null for the records
    std::vector<Value> parameters_;
    std::map<const std::string*, std::string> shared_parameters_;
    int inner_sources_ = 0;
    std::map<int, std::string> visible_targets_;
    std::map<std::string, std::string> labels_;
    std::map<std::string, std::string> substitutes_;
};

/// What asks for tags among the conditions that every record of the question meets; the first few.
std::vector<const BoundCondition*> tag_conditions(const Question& question);

/// The values that a statement selects, each written once.
class SelectList {
public:
    /// Its place in the row, from 0.
    int place_of(const std::string& expression);
    std::string text() const;
    std::size_t size() const { return expressions_.size(); }
    const std::vector<std::string>& expressions() const { return expressions_; }

private:
    std::vector<std::string> expressions_;
};

/// Adds what the outputs need to the list, and says how a row is written.
RowPlan plan_row(const Question& question, SqlWriter& writer, SelectList& list);

/// The statements that answer one page, and where it ends.
void plan_page(const Restricted& restricted, const storage::Dialect& dialect, Statement::Plan& plan);
ChildPlan plan_children(const Restricted& restricted, const storage::Dialect& dialect, const ChildQuestion& child);

/// ORDER BY without the words, from the order `first` on.
std::string order_text(const Question& question, SqlWriter& writer, std::size_t first = 0);

}  // namespace rapport::query
