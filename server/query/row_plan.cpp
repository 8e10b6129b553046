#include <algorithm>

#include "query/sql_writer.h"

namespace rapport::query {
namespace {

/// The answer's nesting, before it is flattened into steps.
struct Node {
    std::string name;
    int source = -1;
    const Expression* reference = nullptr;
    const Output* output = nullptr;  // null for an object
    bool is_case = false;
    std::vector<Node> members;
};

Node& member(Node& object, const OutputKey& key) {
    for (Node& known : object.members)
        if (known.name == key.name && !known.output) return known;
    object.members.push_back({key.name, key.source, key.reference ? &*key.reference : nullptr, nullptr, key.is_case, {}});
    return object.members.back();
}

Node tree_of(const std::vector<Output>& outputs) {
    Node root;
    for (const Output& output : outputs) {
        Node* at = &root;
        for (std::size_t i = 0; i + 1 < output.keys.size(); ++i) at = &member(*at, output.keys[i]);
        at->members.push_back({output.keys.back().name, -1, nullptr, &output, false, {}});
    }
    return root;
}

WriteStep::Kind kind_of(const Expression& expression) {
    if (expression.value_field()) return WriteStep::Kind::Value;
    return expression.shape() == metadata::Shape::Date ? WriteStep::Kind::Date : WriteStep::Kind::Integer;
}

class Planner {
public:
    Planner(SqlWriter& writer, SelectList& list, std::vector<WriteStep>& steps) : writer_(writer), list_(list), steps_(steps) {}

    void add(const Node& object) {
        for (const Node& node : object.members) {
            WriteStep step;
            if (!node.is_case) append_json_string(step.key, node.name);
            if (node.output) {
                const Expression& expression = node.output->expression;
                step.kind = kind_of(expression);
                step.column = list_.place_of(writer_.expression(expression));
                step.field = expression.value_field();
                steps_.push_back(std::move(step));
                continue;
            }
            step.kind = node.is_case ? WriteStep::Kind::When : WriteStep::Kind::BeginObject;
            if (node.reference) step.column = list_.place_of(writer_.expression(*node.reference));
            if (node.source >= 0) step.column = list_.place_of(SqlWriter::column(SqlWriter::alias(node.source), "id"));
            std::size_t begin = steps_.size();
            steps_.push_back(std::move(step));
            add(node);
            steps_[begin].end = steps_.size() - (node.is_case ? 1 : 0);
            if (!node.is_case) steps_.push_back({WriteStep::Kind::EndObject, {}, -1, nullptr, 0});
        }
    }

private:
    SqlWriter& writer_;
    SelectList& list_;
    std::vector<WriteStep>& steps_;
};

}  // namespace

int SelectList::place_of(const std::string& expression) {
    auto found = std::find(expressions_.begin(), expressions_.end(), expression);
    if (found == expressions_.end()) found = expressions_.insert(found, expression);
    return static_cast<int>(found - expressions_.begin());
}

std::string SelectList::text() const {
    std::string out;
    for (const std::string& expression : expressions_) {
        if (!out.empty()) out += ", ";
        out += expression;
    }
    return out;
}

RowPlan plan_row(const Question& question, SqlWriter& writer, SelectList& list) {
    RowPlan plan;
    Planner(writer, list, plan.steps).add(tree_of(question.outputs));
    for (const Output& output : question.outputs) {
        plan.columns.push_back({output.name, output.expression.value_field()});
        plan.column_places.push_back(list.place_of(writer.expression(output.expression)));
    }
    return plan;
}

}  // namespace rapport::query
