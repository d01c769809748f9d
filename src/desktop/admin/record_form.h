#pragma once

#include "core/result.h"

#include <QCoroTask>
#include <QWidget>

namespace dealdesk {

/// What a RecordDialog hosts: the fields of one record of the administration.
class RecordForm : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /// Marks what is wrong beside its field; true when nothing is.
    virtual bool check() = 0;
    /// One command; the form lives at least as long as the task.
    virtual QCoro::Task<Status> save() = 0;
    /// Puts the record as it is stored now into the fields, after somebody else has saved it.
    virtual void reload() = 0;
};

} // namespace dealdesk
