#pragma once

#include <utility>
#include <variant>

#include "metadata/registry.h"

namespace rapport::metadata {

/// The catalogue that tables are like now, when `failure` says that they are not as `seen` says, or were not when the database
/// prepared its statements. Throws `failure` again
/// when it says something else, or when nothing has changed: then it is a mistake of ours.
CataloguePointer newer_catalogue(Registry& registry, const Catalogue& seen, const Failure& failure);

/// For whom the tables change again and again, or on a road that cannot be gone again.
Failure objects_changing();

/// What says that a value is of another type than the catalogue knows.
Failure unexpected_type();

/// Runs `work(catalogue)`; when an administrator has just changed the tables under it, once more with the current
/// catalogue. Throws Failure(Unavailable, "objects_changing") when they change again and again.
template <class Work>
auto on_current_tables(Registry& registry, const CataloguePointer& catalogue, Work&& work) {
    constexpr int most_runs = 4;
    CataloguePointer now = catalogue;
    for (int run = 0; run < most_runs; ++run) {
        try {
            return work(now);
        } catch (const Failure& failure) {
            now = newer_catalogue(registry, *now, failure);
        } catch (const std::bad_variant_access&) {
            now = newer_catalogue(registry, *now, unexpected_type());
        }
    }
    throw objects_changing();
}

}  // namespace rapport::metadata
