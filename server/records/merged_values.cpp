#include "records/merged_values.h"

#include <algorithm>

#include "records/history.h"
#include "records/tags.h"
#include "security/rights.h"

namespace rapport::records {
namespace {

using metadata::Field;
using metadata::Object;

class Chooser {
public:
    Chooser(const std::vector<Record>& records, const MergeRequest& request, const security::Actor& actor)
        : records_(records), object_(records.front().object()), request_(request), rights_(actor.rights()) {}

    MergedValues values() {
        check_choices();
        MergedValues out;
        for (const Field& field : object_.fields) {
            if (!can_be_taken(field)) continue;
            const Value value = value_of(field);
            if (value == records_.front()[field]) continue;
            bool open = is_chosen(field) || (rights_.may_read(object_, field) && rights_.may_edit(object_, field));
            (open ? out.asked : out.hidden).set(field.name, opened_value(history_value(field, value)));
        }
        return out;
    }

private:
    void check_choices() const {
        for (const auto& [name, id] : request_.choices) {
            const Field* field = object_.find_field(name);
            if (!field || !rights_.may_read(object_, *field)) throw invalid_field({name, "unknown_field", "There is no field \"" + name + "\" on " + object_.name + "."});
            if (!is_open_to_choice(*field)) throw invalid_field({name, "read_only", field->label + " is kept by the system: there is nothing to choose."});
            if (std::none_of(records_.begin(), records_.end(), [&, chosen = id](const Record& record) { return record.id() == chosen; }))
                throw invalid_field({name, "no_match", "Choose the value of one of the records that are merged."});
        }
    }

    static bool is_open_to_choice(const Field& field) {
        bool own = !field.system || field.name == "owner_id" || field.name == "currency_code";
        return own && !field.read_only && field.derived_from.empty() && field.base_of.empty() && field.formula.empty();
    }
    static bool can_be_taken(const Field& field) { return field.has_column() && is_open_to_choice(field) && field.type->name() != "auto_number"; }

    const RecordId* choice_of(const Field& field) const {
        for (const std::string& name : {field.name, field.component_of}) {
            auto chosen = request_.choices.find(name);
            if (!name.empty() && chosen != request_.choices.end()) return &chosen->second;
        }
        return nullptr;
    }
    bool is_chosen(const Field& field) const { return choice_of(field) != nullptr; }

    /// Tags tell nothing against each other: the survivor has them all, unless somebody chose.
    Value value_of(const Field& field) const {
        if (field.type->name() != "tags" || is_chosen(field)) return source_of(field)[field];
        Json::Array all;
        for (const Record& record : records_)
            for (std::string_view tag : tags_in(record[field])) all.emplace_back(std::string(tag));
        return value_or_throw(field.type->read(Json(std::move(all)), field));
    }

    const Record& source_of(const Field& field) const {
        if (const RecordId* chosen = choice_of(field)) {
            const Record& source = *std::find_if(records_.begin(), records_.end(), [&](const Record& record) { return record.id() == *chosen; });
            if (!same_money(field, source)) throw invalid_field({field.name, "other_currency", field.label + " is in another currency there: choose that record's currency, too."});
            return source;
        }
        if (field.system) return records_.front();
        auto has_it = [&](const Record& record) { return has_any(record, field) && same_money(field, record); };
        auto found = std::find_if(records_.begin(), records_.end(), has_it);
        return found == records_.end() ? records_.front() : *found;
    }

    /// A part of a compound counts with all its parts.
    bool has_any(const Record& record, const Field& field) const {
        if (field.component_of.empty()) return !record[field].is_null();
        return std::any_of(object_.fields.begin(), object_.fields.end(), [&](const Field& part) { return part.component_of == field.component_of && part.has_column() && !record[part].is_null(); });
    }

    bool same_money(const Field& field, const Record& source) const {
        if (field.type->name() != "currency" || !object_.has_currency()) return true;
        const Field& currency = object_.field("currency_code");
        const RecordId* chosen = choice_of(currency);
        const Record& of_survivor = chosen ? *std::find_if(records_.begin(), records_.end(), [&](const Record& record) { return record.id() == *chosen; }) : records_.front();
        return source[currency] == of_survivor[currency];
    }

    const std::vector<Record>& records_;
    const Object& object_;
    const MergeRequest& request_;
    const security::Rights& rights_;
};

}  // namespace

MergedValues merged_values(const std::vector<Record>& records, const MergeRequest& request, const security::Actor& actor) { return Chooser(records, request, actor).values(); }

}  // namespace rapport::records
