#include "metadata/names.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace rapport::metadata {
namespace {

/// Columns that one of the engines has in every table already.
const std::set<std::string_view> engine_columns{"cmax", "cmin", "ctid", "oid", "rowid", "tableoid", "xmax", "xmin"};

/// Fields that the system adds to objects, or may add one day; written as normalized_spelling() does.
const std::set<std::string_view> system_fields{"id",        "owner",       "ownerid",   "createdat", "createdby", "createdbyid", "updatedat",
                                               "updatedby", "updatedbyid", "deletedat", "version",   "currencycode"};

}  // namespace

std::optional<std::string> problem_with_name(std::string_view name) {
    if (!text::is_identifier(name)) return text::quoted(name) + " cannot name a field: use lower-case letters, digits and single underscores, a letter first, at most 60.";
    if (engine_columns.contains(name)) return text::quoted(name) + " belongs to the database: choose another name.";
    return std::nullopt;
}

bool is_system_name(std::string_view name) { return system_fields.contains(normalized_spelling(name)); }

std::string why_taken(const Field& field) {
    std::string name = "\"" + field.name + "\"";
    if (!field.base_of.empty()) return name + " is kept by the system: it is \"" + field.base_of + "\" in the organization's currency. Choose another name.";
    if (!field.component_of.empty()) return name + " is a part of \"" + field.component_of + "\". Choose another name.";
    if (field.system) return name + " is a field that the system keeps. Choose another name.";
    std::string aliases;
    for (const std::string& alias : field.aliases) aliases += (aliases.empty() ? ", which is also called " : ", ") + alias;
    return "There is a field " + name + aliases + " already. Choose another name.";
}

std::string label_from_name(std::string_view name) {
    std::string out(name);
    std::replace(out.begin(), out.end(), '_', ' ');
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - ('a' - 'A'));
    return out;
}

}  // namespace rapport::metadata
