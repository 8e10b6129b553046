#include "query/plan.h"
#include "query/sql_writer.h"

namespace rapport::query {

Statement compile(const Restricted& restricted, const storage::Dialect& dialect) {
    const Question& question = restricted.bound().tree().question;
    auto plan = std::make_shared<Statement::Plan>();
    plan_page(restricted, dialect, *plan);
    for (const ChildQuestion& child : question.children) plan->children.push_back(plan_children(restricted, dialect, child));
    plan->grouped = question.grouped;
    plan->single = question.single;
    plan->limit = question.limit;
    plan->groups_before = question.after ? question.after->offset : 0;
    plan->fingerprint = question.fingerprint;
    plan->timeless = !restricted.bound().tree().context.now.was_looked_at();
    plan->catalogue = restricted.bound().catalogue();
    return Statement(std::move(plan));
}

const std::string& Statement::sql() const { return plan_->parts.front().sql; }
const std::vector<Value>& Statement::parameters() const { return plan_->parts.front().parameters; }
bool Statement::is_timeless() const { return plan_->timeless; }

Statement Statement::about(RecordId record) const {
    ensure(plan_->parts.front().record.has_value(), "a statement about one record");
    return Statement(plan_, record);
}

const std::vector<Column>& columns(const Statement& statement) { return statement.plan().row.columns; }

}  // namespace rapport::query
