#pragma once

#include <utility>

#include "metadata/registry.h"

namespace rapport::metadata {

/// The catalogue that tables are like now, when `failure` says that they are not as `seen` says. Throws `failure` again
/// when it says something else, or when nothing has changed: then it is a mistake of ours.
CataloguePointer newer_catalogue(Registry& registry, const Catalogue& seen, const Failure& failure);

/// For whom the tables changed twice, or on a road that cannot be gone again.
Failure objects_changing();

/// Runs `work(catalogue)`; when an administrator has just changed the tables under it, once more with the current
/// catalogue. Throws Failure(Unavailable, "objects_changing") when they have changed again by then.
template <class Work>
auto on_current_tables(Registry& registry, const CataloguePointer& catalogue, Work&& work) {
    CataloguePointer newer;
    try {
        return work(catalogue);
    } catch (const Failure& failure) {
        newer = newer_catalogue(registry, *catalogue, failure);
    }
    try {
        return work(newer);
    } catch (const Failure& failure) {
        newer_catalogue(registry, *newer, failure);
    }
    throw objects_changing();
}

}  // namespace rapport::metadata
