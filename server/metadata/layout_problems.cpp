#include "metadata/layout_problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <vector>

#include "base/record_id.h"
#include "base/text.h"
#include "metadata/declared_fields.h"

namespace rapport::metadata {
namespace {

using Names = std::initializer_list<std::string_view>;

class LayoutCheck {
public:
    LayoutCheck(const Object& object, std::vector<Problem>& problems) : object_(object), problems_(problems) {}

    void layouts(const Json& layouts) {
        if (layouts.is_null()) return;
        if (!layouts.is_object()) return void(refuse("layouts", R"(Layouts stand under their names, such as {"card": {"fields": ["name"]}}.)"));
        for (const auto& [name, layout] : layouts.members()) {
            const std::string where = "layouts." + name;
            if (is_kind(name)) this->layout(where, name, layout, {});
            else if (!layout.is_null()) layout_for_roles(where, name, layout);
        }
    }

    /// With which view the people of a role begin.
    void role_views(const Json& views) {
        if (views.is_null()) return;
        if (!views.is_object()) return void(refuse("role_views", "This names a list view for the id of a role."));
        for (const auto& [role, name] : views.members()) {
            const std::string where = "role_views." + role;
            id_of_role(where, Json(role));
            if (!name.is_string() || !has_view(name.string()))
                refuse(where, "There is no list view " + (name.is_string() ? text::quoted(name.string()) : "like this") + " of " + object_.plural_label + " that everybody sees.");
        }
    }

    void views(const Json& views) {
        each("list_views", views, [this](const std::string&, const Json& view) { this->view("list_views." + view.string_or("name", ""), view); });
    }

    void view(const std::string& where, const Json& view) {
        if (!has_form(where, view, {"name", "label", "translations", "kind", "columns", "filter", "sort", "group_by", "locked"})) return;
        if (!view["label"].is_string()) refuse(where + ".label", "A list view has a label.");
        const std::string kind = view["kind"].is_null() ? "table" : view.string_or("kind", "");
        bool is_board = kind == "board";
        if (!is_board && kind != "table" && kind != "calendar" && kind != "gallery" && kind != "map") refuse(where + ".kind", "A list view is a table, a calendar, a gallery, a map or a board.");
        // A board without columns has the fields of the object's card layout on its cards.
        if (!is_board && items_of(view["columns"]).empty()) refuse(where + ".columns", "A list view has columns, such as [\"name\"].");
        each(where + ".columns", view["columns"], [this](const std::string& place, const Json& column) {
            if (!column.is_string()) refuse(place, "A column is a field such as \"name\" or \"account.name\".");
        });
        if (!view["sort"].is_null() && !view["sort"].is_string()) refuse(where + ".sort", "A sort is a text such as \"-amount,name\".");
        if (is_board && !view["group_by"].is_string()) refuse(where + ".group_by", "A board names the field whose values are its columns.");
        if (!view["group_by"].is_null()) field(where + ".group_by", view["group_by"]);
        if (!view["locked"].is_null() && !view["locked"].is_bool()) refuse(where + ".locked", "A list view is locked or not: true or false.");
    }

private:
    bool has_view(std::string_view name) const {
        const Json::Array& views = items_of(object_.list_views);
        return std::any_of(views.begin(), views.end(), [&](const Json& view) { return view.string_or("name", "") == name; });
    }

    static bool is_kind(std::string_view name) { return name == "detail" || name == "card" || name == "create"; }

    void layout(const std::string& where, std::string_view kind, const Json& layout, Names besides) {
        std::vector<std::string_view> members(besides);
        if (kind != "detail") {
            members.emplace_back("fields");
            if (has_form(where, layout, members)) fields(where + ".fields", layout["fields"]);
            return;
        }
        for (auto name : {"sections", "highlights", "related"}) members.emplace_back(name);
        if (!has_form(where, layout, members)) return;
        fields(where + ".highlights", layout["highlights"]);
        related(where + ".related", layout["related"]);
        each(where + ".sections", layout["sections"], [this](const std::string& place, const Json& section) {
            if (!has_form(place, section, {"label", "translations", "condition", "fields"})) return;
            if (!section["label"].is_string()) refuse(place + ".label", "A section has a label.");
            fields(place + ".fields", section["fields"]);
        });
    }

    /// One that people of some roles see instead of the general one of its kind.
    void layout_for_roles(const std::string& where, const std::string& name, const Json& layout) {
        const std::string kind = layout.string_or("kind", "");
        if (!text::is_identifier(name)) return void(refuse(where, text::quoted(name) + " cannot name a layout: use lower-case letters, digits and single underscores."));
        if (!is_kind(kind)) return void(refuse(where, "A layout that is not called detail, card or create is for roles, and says in \"kind\" which of these it is."));
        this->layout(where, kind, layout, {"kind", "label", "roles"});
        if (!layout["label"].is_string()) refuse(where + ".label", "A layout for roles has a label.");
        if (items_of(layout["roles"]).empty()) refuse(where + ".roles", "A layout for roles names at least one of them, by its id.");
        each(where + ".roles", layout["roles"], [&](const std::string& place, const Json& role) {
            if (!id_of_role(place, role)) return;
            auto [known, added] = laid_out_.emplace(std::pair(kind, role.string()), name);
            if (!added) refuse(place, "This role has such a layout already: " + text::quoted(known->second) + ".");
        });
    }

    /// Which roles there are, this layer does not know.
    bool id_of_role(const std::string& where, const Json& role) {
        auto id = role.is_string() ? RecordId::parse(role.string()) : Result<RecordId>(RecordId());
        if (id && *id && id->text() == role.string()) return true;
        return refuse(where, "Here stands the id of a role, all 18 characters of it.");
    }

    /// False also when it is not there.
    bool has_form(const std::string& where, const Json& value, Names members) { return has_form(where, value, std::vector<std::string_view>(members)); }

    bool has_form(const std::string& where, const Json& value, const std::vector<std::string_view>& members) {
        if (value.is_null()) return false;
        if (!value.is_object()) return refuse(where, fmt::format("This is an object with {}.", fmt::join(members, ", ")));
        for (const auto& [name, member] : value.members()) {
            if (std::find(members.begin(), members.end(), name) != members.end()) continue;
            auto near = text::nearest(name, members);
            refuse(where + "." + name, near.empty() ? fmt::format("Nothing here is called {}: there is {}.", text::quoted(name), fmt::join(members, ", "))
                                                    : fmt::format("Nothing here is called {}; did you mean \"{}\"?", text::quoted(name), near));
        }
        return true;
    }

    template <class Look>
    void each(const std::string& where, const Json& list, Look look) {
        if (!list.is_null() && !list.is_array()) refuse(where, "This is a list.");
        std::size_t place = 0;
        for (const Json& item : items_of(list)) look(where + "." + std::to_string(place++), item);
    }

    void fields(const std::string& where, const Json& list) {
        std::set<std::string> seen;
        each(where, list, [&](const std::string& place, const Json& name) {
            field(place, name);
            if (name.is_string() && !seen.insert(name.string()).second) refuse(place, text::quoted(name.string()) + " stands here twice.");
        });
    }

    void field(const std::string& where, const Json& name) {
        if (!name.is_string()) return void(refuse(where, "This is the name of a field."));
        const Field* found = object_.find_field(name.string());
        if (found && found->name == name.string()) return;
        std::vector<std::string_view> names;
        for (const Field& candidate : object_.fields) names.push_back(candidate.name);
        std::string_view near = found ? std::string_view(found->name) : text::nearest(name.string(), names);
        refuse(where, "There is no field " + text::quoted(name.string()) + " on " + object_.name + (near.empty() ? "." : "; did you mean \"" + std::string(near) + "\"?"));
    }

    void related(const std::string& where, const Json& list) {
        each(where, list, [this](const std::string& place, const Json& name) {
            if (!name.is_string() || !object_.find_children(name.string())) refuse(place, "No records refer to " + object_.plural_label + " as " + (name.is_string() ? text::quoted(name.string()) : "this") + ".");
        });
    }

    bool refuse(const std::string& where, const std::string& message) {
        problems_.push_back({object_.name + "." + where, "invalid_layout", message});
        return false;
    }

    const Object& object_;
    std::vector<Problem>& problems_;
    std::map<std::pair<std::string, std::string>, std::string> laid_out_;  // the layout of a kind that a role has
};

}  // namespace

void find_layout_problems(const Object& object, std::vector<Problem>& problems) {
    LayoutCheck check(object, problems);
    check.layouts(object.layouts);
    check.views(object.list_views);
    check.role_views(object.role_views);
}

void find_list_view_problems(const Object& object, const Json& view, std::vector<Problem>& problems) { LayoutCheck(object, problems).view("list_view", view); }

}  // namespace rapport::metadata
