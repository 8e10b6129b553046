#include "metadata/field_types/compound_like.h"

namespace rapport::metadata::types {
namespace {

/// A postal address. Kept as it was given: postal systems differ too much to force it into a form.
class Address final : public CompoundLike {
public:
    Address() : CompoundLike("address") {}

    std::vector<Component> components() const override {
        auto part = [](std::string name, std::string label, int length) {
            return Component{std::move(name), std::move(label), &text_type(), Json(Json::Members{{"length", length}})};
        };
        return {
            part("street", "Street", 255),          part("city", "City", 80),       part("state", "State", 80),
            part("postal_code", "Postal code", 20), part("country", "Country", 80),
        };
    }
};

}  // namespace

const FieldType& address_type() {
    static const Address type;
    return type;
}

}  // namespace rapport::metadata::types
