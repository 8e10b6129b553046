#include "modules/common/follow_up.h"

#include <set>

namespace rapport::modules {

FollowUp::FollowUp(records::Change& change, records::Service& service)
    : change_(change), service_(service), actor_(security::Actor::system(change.object.name)) {}

void FollowUp::update(const std::string& object, RecordId id, Json fields) {
    records::Operation operation;
    operation.kind = records::Operation::Kind::Update;
    operation.object = object;
    operation.id = id;
    operation.fields = std::move(fields);
    apply(std::move(operation));
}

void FollowUp::create(const std::string& object, Json fields) {
    records::Operation operation;
    operation.object = object;
    operation.fields = std::move(fields);
    apply(std::move(operation));
}

void FollowUp::apply(records::Operation operation) {
    std::set<std::string> changed;
    service_.apply({actor_, records::Source::System, records::Mode::AllOrNothing, &change_.change_set}, {operation}, change_.session, changed);
}

}  // namespace rapport::modules
