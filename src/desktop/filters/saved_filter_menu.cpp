#include "desktop/filters/saved_filter_menu.h"

#include "desktop/filters/name_dialog.h"
#include "desktop/theme/icons.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

SavedFilterMenu::SavedFilterMenu(SavedFilters *filters, FilterForm *form, QWidget *parent) : QMenu(parent), m_filters(filters), m_form(form)
{
    setObjectName(u"savedFilterMenu"_s);
    fill();
    connect(this, &QMenu::aboutToShow, this, &SavedFilterMenu::fill);
}

void SavedFilterMenu::fill()
{
    clear();
    const auto matching = m_filters->matching(m_form->stored());
    QStringList own;
    const auto filters = m_filters->all();
    for (const SavedFilter &saved : filters) {
        if (!saved.builtIn && own.isEmpty())
            addSeparator();
        if (!saved.builtIn)
            own.append(saved.name);
        QAction *action = addAction(QString(saved.name).replace(u'&', u"&&"_s));
        action->setObjectName(u"savedFilter_"_s + saved.name);
        action->setCheckable(true);
        action->setChecked(matching && matching->name == saved.name);
        connect(action, &QAction::triggered, this, [this, filter = saved.filter] { m_form->adopt(filter); });
    }
    addSeparator();
    QAction *save = addAction(dealdesk::icon("save"_L1), tr("&Save this filter…"), this, &SavedFilterMenu::askToSave);
    save->setObjectName(u"savedFilterSave"_s);
    save->setEnabled(!m_form->stored().isEmpty());
    QMenu *rename = addMenu(dealdesk::icon("pencil"_L1), tr("&Rename"));
    QMenu *remove = addMenu(dealdesk::icon("trash-2"_L1), tr("&Delete"));
    rename->setEnabled(!own.isEmpty());
    remove->setEnabled(!own.isEmpty());
    for (const QString &name : own) {
        rename->addAction(name, this, [this, name] { askToRename(name); })->setObjectName(u"savedFilterRename_"_s + name);
        remove->addAction(name, this, [this, name] { m_filters->remove(name); })->setObjectName(u"savedFilterDelete_"_s + name);
    }
}

void SavedFilterMenu::askToSave()
{
    NameDialog::ask(parentWidget(), tr("Save filter"), {}, [this](const QString &name) {
        return m_filters->save(name, m_form->stored()) ? QString() : tr("Choose a name that is not one of the built-in filters.");
    });
}

void SavedFilterMenu::askToRename(const QString &name)
{
    NameDialog::ask(parentWidget(), tr("Rename filter"), name, [this, name](const QString &to) {
        return m_filters->rename(name, to) ? QString() : tr("Choose a name that no other filter has.");
    });
}

} // namespace dealdesk
