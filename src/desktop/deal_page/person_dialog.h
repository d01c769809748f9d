#pragma once

#include "services/reference_service.h"

#include <QDialog>

#include <functional>

class QComboBox;

namespace dealdesk {

/// Asks for one of these people. Window-modal, without a nested event loop: `chosen` is called for the accept button only.
class PersonDialog : public QDialog {
    Q_OBJECT

public:
    static PersonDialog *ask(QWidget *parent, const QString &title, const QString &acceptText, const QList<Person> &people,
                             std::function<void(UserId)> chosen);

private:
    PersonDialog(QWidget *parent, const QString &title, const QString &acceptText, const QList<Person> &people);

    QComboBox *m_people;
};

} // namespace dealdesk
