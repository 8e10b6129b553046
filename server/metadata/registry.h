#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "metadata/catalogue.h"
#include "metadata/overlay.h"
#include "storage/database.h"

namespace rapport::metadata {

class Draft;

/// Makes the registry's own tables; one of the migrations.
void create_tables(storage::Session& session);

/// Answers what is wrong with a catalogue that could be built; each Problem's field begins with the object's name.
using Check = std::function<std::vector<Problem>(const Catalogue&)>;

/// Keeps the current catalogue and makes new ones. Safe to use from any thread.
class Registry {
public:
    /// Loads the overlay, brings the tables up to the catalogue, and answers for both from then on. `checks` are those
    /// of layers above, for what this one cannot read: formulas, filters.
    Registry(storage::Database& database, std::vector<Json> declarations, std::vector<Check> checks = {});
    ~Registry();

    CataloguePointer current() const;

    /// Changes the overlay in one transaction: builds and checks the new catalogue, alters the tables, saves, swaps.
    /// What is wrong with it and was not before: Failure(Invalid, "invalid_declaration"), or Failure(Conflict, "in_use")
    /// when something was removed. `expected` is the version that the caller has seen; when the catalogue has moved on: Failure(Conflict, "stale_version").
    /// Indexes for new fields of tables that exist follow in the background.
    CataloguePointer change(std::optional<std::int64_t> expected, const std::function<void(Draft&)>& edit);

    /// The same for what changes the values of a table's columns: nobody writes records meanwhile, and whoever was about to, by
    /// the catalogue of before, goes its road once more. `edit` sees all that was written, and may write.
    CataloguePointer change_values(const std::string& table, const std::function<void(Draft&, storage::Session&)>& edit);

    struct Trial {
        CataloguePointer catalogue;
        std::vector<Problem> problems;  // that were not there before
    };
    /// What a change would come to. Throws what change() does where not even a catalogue comes of it.
    Trial try_out(const std::function<void(Draft&)>& edit) const;

    /// Looks whether another process has changed the catalogue, and loads it. Cheap when not.
    void refresh();

    /// Waits until the background has made the indexes that were missing.
    void wait_for_indexes();

private:
    using Edit = std::function<void(Draft&, storage::Session&)>;
    CataloguePointer change(storage::Session& session, std::optional<std::int64_t> expected, const Edit& edit);
    CataloguePointer build(const Overlay& overlay, std::int64_t version) const;
    std::vector<Problem> problems_of(const Catalogue& catalogue) const;
    void swap(CataloguePointer next);
    void make_indexes(std::stop_token stop);

    storage::Database& database_;
    std::vector<Json> declarations_;
    std::vector<Check> checks_;
    mutable std::mutex mutex_;
    std::condition_variable_any indexes_changed_;
    CataloguePointer current_;
    bool indexes_wanted_ = false;
    std::jthread index_maker_;
};

/// Throws Failure(Internal, "schema_mismatch") when the values of a column have been changed since this catalogue was the current
/// one, though its name is the same. Asked in each transaction that writes records, before it does.
void require_current_types(storage::Session& session, const Catalogue& catalogue);

}  // namespace rapport::metadata
