#pragma once

#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "query/bound_tree.h"

namespace rapport::query {

/// Makes a Select real against a catalogue: one binder for a question with all that is nested in it. Its parts
/// have a file each: bind_select.cpp, bind_type_of.cpp, bind_path.cpp, bind_function.cpp, bind_condition.cpp, bind_value.cpp.
class Binder {
public:
    Binder(const metadata::Catalogue& catalogue, const Context& context, const FieldVisible& visible)
        : catalogue_(catalogue), context_(context), visible_(visible) {}

    Question bind(const Select& select);
    std::vector<Bound::Source> take_sources() { return std::move(sources_); }

private:
    /// The question that names are looked up in.
    struct Scope {
        Question& question;
        const metadata::Object& object;
        std::string alias;
        const Select& select;
    };
    enum class Clause { Where, Having };
    enum class Nesting { Outermost, Child, SemiJoin };

    /// A path that was followed to its end.
    struct Resolved {
        std::vector<OutputKey> keys;
        int source = 0;
        const metadata::Object* object = nullptr;
        const metadata::Field* field = nullptr;
        std::shared_ptr<const AnyTarget> any_target = {};
    };

    // bind_select.cpp
    Question bind(const Select& select, const metadata::Object& object, Nesting nesting);
    void bind_outputs(Scope& scope, Nesting nesting);
    void bind_output(Scope& scope, const Term& term, int& unnamed);
    void bind_all_fields(Scope& scope, Select::AllFields which);
    void add_output(Scope& scope, Output output);
    void add_field_outputs(Scope& scope, const Resolved& resolved, const Position& position);
    void bind_groups(Scope& scope);
    void bind_order(Scope& scope);
    ChildQuestion bind_child(Scope& scope, const Select& child);
    struct Children {
        std::string name;
        const metadata::Object* object;
        const metadata::Field* reference;
    };
    Children find_children(const Scope& scope, const Select& child) const;
    void bind_subtotals(Scope& scope);
    void bind_page(Question& question, const Select& select);
    void require_grouped(const Scope& scope, const Expression& expression, const Term& term) const;

    // bind_path.cpp
    const metadata::Object& find_object(const Select& select) const;
    int add_source(const metadata::Object& object);
    int join(Scope& scope, int from, const metadata::Field& reference, const metadata::Object& target, const Position& position);
    Resolved resolve(Scope& scope, const Path& path);
    Resolved resolve_names(Scope& scope, const Path& path, std::span<const std::string> names, const Resolved& start);
    std::shared_ptr<const AnyTarget> find_any_target(int source, const metadata::Field& reference, const std::string& name);
    std::shared_ptr<const AnyTarget> make_any_target(const metadata::Field& reference, const std::string& name, std::span<const metadata::Object* const> without);
    Resolved resolve_any_target(const Path& path, Resolved at, const metadata::Field& reference, const std::string& name);
    bool may_know(const metadata::Object& object) const { return visible_(object, object.field("id")); }
    const metadata::Field* visible_field(const metadata::Object& object, std::string_view name) const;
    const metadata::Field* visible_relation(const metadata::Object& object, std::string_view name) const;
    Expression bind_term(Scope& scope, const Term& term);
    Expression field_expression(Scope& scope, const Resolved& resolved, const Position& position);
    const Expression* find_alias(const Scope& scope, const Term& term) const;
    void touch(int source, const metadata::Field& field);
    Failure unknown_field(const Path& path, std::string_view name, const metadata::Object& object) const;
    Failure unknown_relation(const Path& path, std::string_view name, const metadata::Object& object) const;

    // bind_function.cpp
    Expression bind_function(Scope& scope, const Term& term);
    const metadata::Field* base_of(const Expression& amount);

    // bind_type_of.cpp
    void bind_type_of(Scope& scope, const TypeOf& type_of);
    const metadata::Object& find_case(const metadata::Field& reference, const TypeOf::Case& one) const;
    OutputKey presence(int source, const metadata::Field& reference, std::string name, std::shared_ptr<const AnyTarget> any_id);
    void bind_otherwise(Scope& scope, const TypeOf& type_of, const metadata::Field& reference, const OutputKey& whole, std::span<const metadata::Object* const> without);

    // bind_condition.cpp
    BoundCondition bind_condition(Scope& scope, const Condition& condition, Clause clause);
    BoundCondition bind_comparison(Scope& scope, const Condition& condition, Clause clause);
    BoundCondition bind_in_select(Scope& scope, const Condition& condition);
    BoundCondition bind_related(Scope& scope, const Condition& condition);
    Expression bind_left(Scope& scope, const Condition& condition, Clause clause);

    const metadata::Catalogue& catalogue_;
    const Context& context_;
    const FieldVisible& visible_;
    std::vector<Bound::Source> sources_;
    std::map<std::tuple<int, const metadata::Field*, std::string>, std::shared_ptr<const AnyTarget>> any_targets_;
    int conditions_ = 0;
};

/// " Did you mean …?", or nothing.
std::string suggestion(std::string_view meant);
/// "account.owner.name"
std::string joined(std::span<const std::string> names);
/// The same of the places in an answer.
std::string dotted(const std::vector<OutputKey>& keys);

/// A Failure of kind Invalid that names line and column when there are any.
Failure bind_failure(Position position, std::string_view code, const std::string& message, std::string_view field = {});

/// The literal as values of the expression compare with: `left <comparison> literal`.
/// Throws Failure(Invalid, "wrong_type" | "invalid_option" | "invalid_date" | …).
BoundCondition compare_with(const Expression& left, Comparison comparison, const Literal& literal, std::string_view name,
                            const Context& context);
BoundCondition one_of(const Expression& left, const std::vector<Literal>& literals, std::string_view name, const Context& context);

}  // namespace rapport::query
