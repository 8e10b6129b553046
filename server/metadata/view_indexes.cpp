#include "metadata/view_indexes.h"

#include <algorithm>

namespace rapport::metadata {
namespace {

/// Each one slows every write down a little; an object with more views than that has many that are alike.
constexpr std::size_t most = 12;
constexpr std::size_t most_filters = 2;

std::string_view bare(std::string_view field) { return field.starts_with('-') ? field.substr(1) : field; }

/// The object's own column of that name; null for paths, formulas and the like.
const Field* column(const Object& object, std::string_view name) {
    const Field* field = name.empty() || name.find('.') != std::string_view::npos ? nullptr : object.find_field(name);
    return field && field->has_column() && field->name != "id" ? field : nullptr;
}

/// Fields that every record of the view agrees in.
void add_filtered(const Object& object, const Json& filter, std::vector<std::string>& out) {
    if (!filter.is_object()) return;
    if (filter["and"].is_array())
        for (const Json& part : filter["and"].array()) add_filtered(object, part, out);
    const Json& name = filter["field"];
    const Json& comparison = filter["op"];
    if (!name.is_string() || !comparison.is_string() || comparison.string() != "=" || out.size() >= most_filters) return;
    const Field* field = column(object, name.string());
    if (field && std::find(out.begin(), out.end(), field->name) == out.end()) out.push_back(field->name);
}

Index index_of(const Object& object, const Json& view) {
    Index index;
    add_filtered(object, view["filter"], index.fields);
    std::string sort = view["sort"].is_string() ? view["sort"].string() : "";
    std::string first = sort.substr(0, sort.find(','));
    const Field* field = column(object, bare(first));
    if (field && std::find(index.fields.begin(), index.fields.end(), field->name) == index.fields.end())
        index.fields.push_back((first.starts_with('-') ? "-" : "") + field->name);
    return index;
}

bool begins_with(const Index& index, const std::vector<std::string>& fields) {
    if (index.fields.size() < fields.size()) return false;
    return std::equal(fields.begin(), fields.end(), index.fields.begin(), [](const std::string& a, const std::string& b) { return bare(a) == bare(b); });
}

/// References, unique fields and the name have one anyway.
bool has_one_anyway(const Object& object, const std::vector<std::string>& fields) {
    if (fields.size() != 1) return fields.empty();
    const Field& field = object.field(bare(fields.front()));
    return field.is_reference() || field.unique || field.external_id || field.name == object.name_field;
}

}  // namespace

std::vector<Index> view_indexes(const Object& object) {
    std::vector<Index> out;
    // Settings are few, and always will be.
    if (object.administrative || object.hidden || !object.list_views.is_array()) return out;
    for (const Json& view : object.list_views.array()) {
        Index index = index_of(object, view);
        auto covers = [&](const Index& other) { return begins_with(other, index.fields); };
        bool known = has_one_anyway(object, index.fields) || std::any_of(object.indexes.begin(), object.indexes.end(), covers) || std::any_of(out.begin(), out.end(), covers);
        if (!known && out.size() < most) out.push_back(std::move(index));
    }
    return out;
}

}  // namespace rapport::metadata
