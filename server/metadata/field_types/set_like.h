#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "metadata/field_types/basic_type.h"

namespace rapport::metadata::types {

/// Types that hold several words at once, stored ";a;b;". The same choice is always stored as the same text, whatever the order it
/// came in.
class SetLike : public BasicType {
public:
    /// An array of members.
    Result<Value> read(const Json& value, const Field& field) const override;
    /// "a; b", or "a, b" where there is no semicolon.
    Result<Value> parse(std::string_view text, const Field& field) const override;
    void write(JsonWriter& out, const Cell& stored, const Field& field) const override;
    std::string text(const Cell& stored, const Field& field) const override;
    std::string readable(const Cell& stored, const Field& field) const override;
    std::string search_text(const Cell& stored, const Field& field) const override;

protected:
    static constexpr char separator = ';';

    explicit SetLike(std::string_view name) : BasicType(name, Shape::Set, storage::ColumnType::Text) {}

    /// A member as it is stored. `member` may be anything.
    virtual Result<std::string> accept(std::string_view member, const Field& field) const = 0;
    /// The same for what somebody wrote into a cell.
    virtual Result<std::string> accept_loosely(std::string_view member, const Field& field) const { return accept(member, field); }
    /// Whether a whole cell is one member, though it may hold what parts members.
    virtual bool is_member(std::string_view, const Field&) const { return false; }
    /// Brings members into the one order in which they are stored, each once.
    virtual void arrange(std::vector<std::string>& members, const Field& field) const = 0;
    /// How people read a member.
    virtual std::string label(std::string_view member, const Field&) const { return std::string(member); }
    virtual Result<void> check_count(std::size_t, const Field&) const { return {}; }

    /// Whether a text can stand between semicolons.
    static bool fits(std::string_view member, std::size_t longest);

private:
    Result<Value> stored_set(std::vector<std::string> members, const Field& field) const;
    std::string joined(const Cell& stored, const Field& field, std::string_view between) const;
};

}  // namespace rapport::metadata::types
