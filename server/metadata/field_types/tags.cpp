#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "metadata/field_types/set_like.h"

namespace rapport::metadata::types {
namespace {

constexpr std::size_t longest_tag = 80;  // characters, as the name of a tag
constexpr std::size_t most_tags = 50;

/// Words that people stick on a record. Which there are is known to the objects' records of "tag"; case does not tell two apart.
class Tags final : public SetLike {
public:
    Tags() : SetLike("tags") {}

protected:
    Result<std::string> accept(std::string_view written, const Field& field) const override {
        std::string_view tag = text::trim(written);
        if (!fits(tag, longest_tag) || text::is_blank(tag) || text::has_control_characters(tag))
            return refuse(field, "invalid_tag", fmt::format("{} cannot be a tag: one has 1 to {} characters and no semicolon.", quoted(tag), longest_tag));
        return std::string(tag);
    }

    void arrange(std::vector<std::string>& tags, const Field&) const override {
        auto less = [](const std::string& a, const std::string& b) { return std::pair(text::lower(a), a) < std::pair(text::lower(b), b); };
        auto same = [](const std::string& a, const std::string& b) { return text::lower(a) == text::lower(b); };
        std::sort(tags.begin(), tags.end(), less);
        tags.erase(std::unique(tags.begin(), tags.end(), same), tags.end());
    }

    Result<void> check_count(std::size_t count, const Field& field) const override {
        if (count <= most_tags) return {};
        return refuse(field, "too_many", fmt::format("{} holds at most {} values.", title(field), most_tags));
    }
};

}  // namespace

const FieldType& tags_type() {
    static const Tags type;
    return type;
}

}  // namespace rapport::metadata::types
