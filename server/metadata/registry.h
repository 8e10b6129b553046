#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/catalogue.h"
#include "storage/database.h"

namespace rapport::metadata {

/// The administrators' changes, one JSON object for each object changed or added; same shape as a declaration.
/// A member replaces ours; `fields`, `list_views`, `validation_rules` are laid over by name; {"name": "x", "deleted": true} removes.
using Overlay = std::vector<Json>;

/// Our declarations with an overlay laid over them.
std::vector<Json> merge(std::vector<Json> declarations, const Overlay& overlay);

/// Keeps the current catalogue and makes new ones. Safe to use from any thread.
class Registry {
public:
    /// Loads the overlay, brings the tables up to the catalogue, and answers for both from then on.
    Registry(storage::Database& database, std::vector<Json> declarations);

    CataloguePointer current() const;

    /// Changes the overlay in one transaction: builds and checks the new catalogue, alters the tables, saves, swaps.
    /// `expected` is the version that the caller has seen; when the catalogue has moved on: Failure(Conflict, "stale_version").
    CataloguePointer change(std::optional<std::int64_t> expected, const std::function<void(class Draft&)>& edit);

    /// Looks whether another process has changed the catalogue, and loads it. Cheap when not.
    void refresh();

private:
    storage::Database& database_;
    std::vector<Json> declarations_;
    mutable std::mutex mutex_;
    CataloguePointer current_;
};

}  // namespace rapport::metadata
