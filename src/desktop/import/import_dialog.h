#pragma once

#include "presentation/app_context.h"
#include "presentation/import/import_model.h"

#include <QDialog>

#include <memory>

namespace dealdesk {

namespace Ui {
class ImportDialog;
}

/// Old data, tried first and imported then. For administrators.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(const AppContext &context, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// Closing stops what is under way.
    void reject() override;

private:
    void connectModel();
    void browse();
    void check();
    void saveReport();
    void showStep();
    void showResult();

    std::unique_ptr<Ui::ImportDialog> m_ui;
    ImportModel m_import;
};

} // namespace dealdesk
