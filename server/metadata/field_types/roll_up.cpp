#include <algorithm>

#include "base/text.h"
#include "metadata/field_types/computed_like.h"

namespace rapport::metadata::types {
namespace {

constexpr std::string_view results[] = {"integer", "decimal", "currency", "percent", "date", "datetime"};
constexpr std::string_view functions[] = {"count", "sum", "minimum", "maximum", "average"};

/// A number kept about a record's children. Whether child, relation and field are there is checked against the catalogue.
class RollUpType final : public ComputedLike {
public:
    RollUpType() : ComputedLike("roll_up") {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        return configure_summary(field, declaration).and_then([&] { return configure_result(field, declaration, results); });
    }

private:
    /// "summary": {"function", "child", "relation", "field", "filter"}.
    static Result<void> configure_summary(Field& field, const Json& declaration) {
        const Json& declared = declaration["summary"];
        Settings whole(field, declaration);
        if (!declared.is_object()) {
            whole.refuse("summary",
                         R"(must be such as {"function": "sum", "child": "opportunity", "relation": "account_id", "field": "amount"})");
            return whole.result();
        }
        Settings settings(field, declared);
        RollUp summary{settings.text("function"), settings.text("child"), settings.text("relation"), settings.text("field"),
                       declared["filter"]};
        if (std::find(std::begin(functions), std::end(functions), summary.function) == std::end(functions))
            settings.refuse("function", "must be count, sum, minimum, maximum or average");
        if (!text::is_identifier(summary.child)) settings.refuse("child", "must name the object of the children");
        if (!text::is_identifier(summary.relation))
            settings.refuse("relation", "must name the children's field that refers to this object");
        if (summary.function == "count" && !summary.field.empty()) settings.refuse("field", "must be left out: count counts records");
        if (summary.function != "count" && !text::is_identifier(summary.field))
            settings.refuse("field", "must name a field of the children");
        if (!summary.filter.is_null() && !summary.filter.is_object()) settings.refuse("filter", "must be a filter in JSON");
        field.roll_up = std::move(summary);
        return settings.result();
    }
};

}  // namespace

const FieldType& roll_up_type() {
    static const RollUpType type;
    return type;
}

}  // namespace rapport::metadata::types
