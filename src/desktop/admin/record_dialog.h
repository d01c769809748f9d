#pragma once

#include "services/request_scope.h"

#include <QCoroTask>
#include <QDialog>

class QPushButton;

namespace dealdesk {

class Banner;
class RecordForm;

/// Edits one record: stays open until it is saved, says beside the fields or in a banner why it was not, and offers what is stored now
/// when somebody else was faster.
class RecordDialog : public QDialog {
    Q_OBJECT

public:
    /// Window-modal; takes the form and deletes itself when closed.
    static RecordDialog *edit(RecordForm *form, QWidget *parent);

    void reject() override;

private:
    RecordDialog(RecordForm *form, QWidget *parent);
    QCoro::Task<> save();

    RecordForm *m_form;
    Banner *m_banner = nullptr;
    QPushButton *m_save = nullptr;
    bool m_saving = false;
    RequestScope m_request;
};

} // namespace dealdesk
