#include "metadata/field_types/set_like.h"

#include <fmt/format.h>

#include "base/text.h"
#include "metadata/field_types/set_members.h"

namespace rapport::metadata::types {

Result<Value> SetLike::read(const Json& value, const Field& field) const {
    if (!value.is_array()) return wrong_type(field, value, "an array of options");
    std::vector<std::string> members;
    for (const Json& item : value.array()) {
        if (!item.is_string()) return wrong_type(field, item, "options that are strings");
        auto member = accept(item.string(), field);
        if (!member) return tl::unexpected(member.error());
        members.push_back(*std::move(member));
    }
    return stored_set(std::move(members), field);
}

Result<Value> SetLike::parse(std::string_view text, const Field& field) const {
    std::vector<std::string> members;
    const bool whole = is_member(text, field);
    const char between = text.find(separator) != std::string_view::npos ? separator : ',';
    while (!text.empty()) {
        std::size_t end = whole ? std::string_view::npos : text.find(between);
        std::string_view written = text::trim(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (written.empty()) continue;
        auto member = accept_loosely(written, field);
        if (!member) return tl::unexpected(member.error());
        members.push_back(*std::move(member));
    }
    return stored_set(std::move(members), field);
}

void SetLike::write(JsonWriter& out, const Cell& stored, const Field&) const {
    if (stored.is_null()) {
        out.null();
        return;
    }
    out.begin_array();
    for (std::string_view member : set_members(stored.text())) out.string(member);
    out.end_array();
}

std::string SetLike::text(const Cell& stored, const Field&) const {
    return stored.is_null() ? std::string() : fmt::format("{}", fmt::join(set_members(stored.text()), "; "));
}

std::string SetLike::readable(const Cell& stored, const Field& field) const { return joined(stored, field, "; "); }
std::string SetLike::search_text(const Cell& stored, const Field& field) const { return joined(stored, field, " "); }

std::string SetLike::joined(const Cell& stored, const Field& field, std::string_view between) const {
    if (stored.is_null()) return {};
    std::string out;
    for (std::string_view member : set_members(stored.text())) out.append(out.empty() ? "" : between).append(label(member, field));
    return out;
}

bool SetLike::fits(std::string_view member, std::size_t longest) {
    return !member.empty() && member.find(separator) == std::string_view::npos && member.find('\0') == std::string_view::npos && text::is_valid_utf8(member) &&
           text::length(member) <= longest;
}

Result<Value> SetLike::stored_set(std::vector<std::string> members, const Field& field) const {
    if (members.empty()) return Value();
    arrange(members, field);
    if (auto checked = check_count(members.size(), field); !checked) return tl::unexpected(checked.error());
    std::string stored(1, separator);
    for (const std::string& member : members) stored += member + separator;
    return Value(std::move(stored));
}

}  // namespace rapport::metadata::types
