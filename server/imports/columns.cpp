#include "imports/columns.h"

#include "base/text.h"

namespace rapport::imports {
namespace {

std::string key_of(std::string_view name) { return text::fold(text::trim(name)); }

}  // namespace

Columns::Columns(std::vector<std::string> header) : names_(std::move(header)), data_columns_(names_.size()) {
    bool from_error_file = names_.size() > 2 && names_[names_.size() - 2] == line_column && names_.back() == error_column;
    if (from_error_file) data_columns_ -= 2;
    for (std::size_t i = 0; i < names_.size(); ++i) by_name_.emplace(key_of(names_[i]), i);
}

std::optional<std::size_t> Columns::find(std::string_view name) const {
    auto found = by_name_.find(key_of(name));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

Result<std::size_t> Columns::require(std::string_view name) const {
    if (std::optional<std::size_t> found = find(name)) return *found;
    std::string_view near = text::nearest(name, names_);
    return problem("unknown_column", "The file has no column \"" + std::string(name) + "\"" +
                                         (near.empty() ? std::string(".") : "; did you mean \"" + std::string(near) + "\"?"));
}

}  // namespace rapport::imports
