#include "base/secret_box.h"
#include "metadata/field_types/text_like.h"

namespace rapport::metadata::types {
namespace {

/// Text that is unreadable in the database; shown to those who may read the field. It cannot be compared or searched.
class EncryptedText final : public TextLike {
public:
    EncryptedText() : TextLike("encrypted_text", {.shape = Shape::Opaque}) {}

    Result<void> configure(Field& field, const Json& declaration) const override {
        Settings settings(field, declaration);
        for (auto setting : {"searchable", "unique", "external_id"})
            if (settings.flag(setting, false)) settings.refuse(setting, "cannot be: what is encrypted cannot be compared");
        return settings.result().and_then([&] { return TextLike::configure(field, declaration); });
    }

    void write(JsonWriter& out, const Cell& stored, const Field& field) const override {
        if (stored.is_null()) out.null();
        else out.string(text(stored, field));
    }

    std::string text(const Cell& stored, const Field&) const override {
        return stored.is_null() ? std::string() : SecretBox::current().open(stored.text());
    }

    std::string search_text(const Cell&, const Field&) const override { return {}; }

protected:
    Result<Value> accept(std::string_view text, const Field&) const override { return Value(SecretBox::current().seal(text)); }
};

}  // namespace

const FieldType& encrypted_text_type() {
    static const EncryptedText type;
    return type;
}

}  // namespace rapport::metadata::types
