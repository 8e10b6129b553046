#pragma once

#include <vector>

#include "base/json.h"

namespace rapport::metadata {

/// The administrators' changes, one JSON object for each object changed or added; same shape as a declaration.
/// A member replaces ours; `fields`, `list_views`, `validation_rules` are laid over by name, layouts by key;
/// {"name": "x", "deleted": true} and a null layout remove. An object so marked is gone; its number stays taken.
using Overlay = std::vector<Json>;

/// Our declarations with an overlay laid over them.
std::vector<Json> merge(std::vector<Json> declarations, const Overlay& overlay);

/// One object's declaration with its overlay laid over it.
Json merge_declaration(const Json& declaration, const Json& over);

}  // namespace rapport::metadata
