#pragma once

#include <functional>
#include <initializer_list>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "security/restriction.h"

namespace rapport::security {

/// What TODAY, "me" and the like mean for this actor at this moment.
query::Context context_of(const Actor& actor);

/// Who asks, what for, and what there was to ask about when the request began.
struct Asking {
    const Actor& actor;
    const metadata::CataloguePointer& catalogue;
    query::Context context = context_of(actor);
    Access access = Access::Read;
    query::Restricted::Trash trash = query::Restricted::Trash::Exclude;
    /// Also the fields that the actor may not see: for code that looks at a record on the actor's way to another.
    bool hidden_fields = false;
};

/// The question as SQL with the asker's rights in it. Throws what query::bind() and restrict_to() throw.
query::Statement compile(const query::Select& select, const Asking& asking, const storage::Dialect& dialect);

/// Statements for questions that were asked before, by the same person with the same rights. Safe to use from any thread.
class Statements {
public:
    explicit Statements(std::size_t capacity = 1000) : capacity_(capacity) {}

    /// The parts of `question` stand for what `select` answers, whoever asks; `select` is called when it is a new one.
    query::Statement find(std::initializer_list<std::string_view> question, const Asking& asking, const storage::Dialect& dialect,
                          const std::function<query::Select()>& select);
    /// How to read one record: all stored fields of it.
    query::Statement by_id(const metadata::Object& object, RecordId record, const Asking& asking, const storage::Dialect& dialect);

private:
    struct Kept {
        std::string key;
        std::shared_ptr<const Rights> rights;  // so that its place in memory is not another's
        query::Statement statement;            // holds the catalogue
    };

    std::size_t capacity_;
    std::mutex mutex_;
    std::list<Kept> kept_;  // the last asked first
    std::unordered_map<std::string_view, std::list<Kept>::iterator> by_key_;
};

/// `id = …`, for Select::where.
query::Condition is_record(RecordId record);

}  // namespace rapport::security
