#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "metadata/conversion.h"
#include "metadata/registry.h"
#include "records/money.h"
#include "records/type_change.h"

namespace rapport::records {

/// A change of type on the catalogue of now: which field becomes which, and what each record's value becomes.
class TypeChangePlan {
public:
    /// Throws Failure(Conflict, "standard_field"), Failure(Invalid, "type_change"), Failure(Conflict, "nothing_kept").
    TypeChangePlan(Service& service, const TypeChange& change);

    const metadata::Object& object() const { return *object_; }
    const metadata::Field& from() const { return *from_; }
    const metadata::Field& to() const { return conversion_->to(); }
    metadata::Conversion& conversion() { return *conversion_; }
    bool has_base() const { return to().type->name() == "currency"; }

    struct Converted {
        RecordId record;
        bool is_live = true;
        Value was, is, base;
        std::string problem;  // why there is nothing of it any more

        bool is_lost() const { return !problem.empty(); }
    };
    /// The records with something to convert, by id. `condition` ends the question.
    void each(storage::Session& session, const std::string& condition, std::initializer_list<Value> parameters, const std::function<bool(const Converted&)>& visit);
    /// Of records that have a value, or had one that comes back.
    std::string is_filled() const;

    /// What stands in its way, whatever the values are.
    std::vector<Problem> problems(storage::Session& session) const { return problems(session, *before_); }
    std::vector<Problem> problems(storage::Session& session, const metadata::Catalogue& now) const;
    std::vector<metadata::Use> uses(storage::Session& session) const;
    /// What the values become depends on this: where it is another by now, they are converted anew.
    Json depends_on() const { return depends_on(*from_); }
    Json depends_on(const metadata::Field& field) const;
    /// The field's declaration as it becomes; `number` is the change set that tells of it.
    Json declaration(const metadata::Catalogue& now, std::int64_t number) const;

private:
    Json becoming(const metadata::Field& field) const;
    Result<Value> convert(const Cell& now, const Cell& kept);
    void find_rules(storage::Session& session, const std::function<void(const std::string& name, const std::string& problem)>& visit) const;

    const TypeChange& change_;
    metadata::CataloguePointer before_;
    metadata::Registry::Trial trial_;
    const metadata::Object* object_ = nullptr;
    const metadata::Field* from_ = nullptr;
    std::string zone_;  // on whose clocks days begin
    bool has_code_ = false;  // an object without amounts may have had some: their currencies come back with them
    std::string kept_;  // the column with what there was before the last change, when going back to it
    std::unique_ptr<metadata::Conversion> conversion_;
    std::unique_ptr<metadata::Conversion> last_change_;  // by which those became what is there now
};

/// The declaration of what the field was before its last change; null when it was never another.
const Json& former_of(const metadata::Field& field);

}  // namespace rapport::records
