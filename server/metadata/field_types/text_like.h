#pragma once

#include "metadata/field_types/basic_type.h"

namespace rapport::metadata::types {

/// Types kept as text. What comes in is checked to be text, then each type makes of it what it stores.
class TextLike : public BasicType {
public:
    /// "length": the most characters, 1 to 131072.
    Result<void> configure(Field& field, const Json& declaration) const override;
    Result<Value> read(const Json& value, const Field& field) const override;
    Result<Value> parse(std::string_view text, const Field& field) const override;
    void write(JsonWriter& out, const Cell& stored, const Field& field) const override;

protected:
    enum class Empty { IsText, IsNull };  // what an empty string is stored as

    struct Traits {
        Shape shape = Shape::Code;
        storage::ColumnType column = storage::ColumnType::Text;
        std::size_t length = 255;  // when the declaration does not say
        Empty empty = Empty::IsNull;
    };

    TextLike(std::string_view name, Traits traits) : BasicType(name, traits.shape, traits.column), traits_(traits) {}

    /// What is stored for `text`, which is valid UTF-8 without NUL, not empty, and not longer than the field allows.
    /// `text` byte for byte unless a type says otherwise.
    virtual Result<Value> accept(std::string_view text, const Field& field) const;
    /// The same for text from an import cell.
    virtual Result<Value> accept_loosely(std::string_view text, const Field& field) const { return accept(text, field); }

private:
    Result<void> check(std::string_view text, const Field& field) const;

    Traits traits_;
};

/// The traits of text that people read, sort and search.
inline constexpr storage::ColumnType readable_column = storage::ColumnType::FoldedText;
inline constexpr std::int64_t longest_text = 131'072;

}  // namespace rapport::metadata::types
