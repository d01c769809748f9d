#pragma once

#include "presentation/sign_in/sign_in_model.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class RefusalPage;
}

/// Why a database cannot be opened, in a sentence, and the ways on.
class RefusalPage : public QWidget {
    Q_OBJECT

public:
    explicit RefusalPage(SignInModel *model, QWidget *parent = nullptr);
    ~RefusalPage() override;

    /// Reads the refusal from the model.
    void prepare();

Q_SIGNALS:
    void sampleRequested();
    void otherFileRequested();
    void otherConnectionRequested();

private:
    std::unique_ptr<Ui::RefusalPage> m_ui;
    SignInModel *m_model;
};

} // namespace dealdesk
